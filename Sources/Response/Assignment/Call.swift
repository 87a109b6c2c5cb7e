/// A flight that assets compete for: when the order for it is given, and what each asset could do about it.
public struct Call: Sendable, Hashable {
  /// What one asset could do, were an aircraft of it free.
  public struct Option: Sendable, Hashable {
    /// From the time at which an aircraft is sent to its arrival: readiness and flight.
    public var delay: Duration
    /// When it must have arrived; later is late. Of this asset, as a meeting in flight ends sooner for one than for another.
    public var deadline: Duration
    /// From the time at which an aircraft is sent until it can be sent again: the mission, refuelling and turn-round.
    public var occupied: Duration

    /// An option.
    public init(delay: Duration, deadline: Duration, occupied: Duration) {
      self.delay = delay
      self.deadline = deadline
      self.occupied = occupied
    }
  }

  /// When the order is given; nobody is sent before.
  public var order: Duration
  /// One for each asset, in the order of the assets; nil for one that cannot serve the flight.
  public var options: [Option?]

  /// A call.
  public init(order: Duration, options: [Option?]) {
    self.order = order
    self.options = options
  }
}
