internal import Units

/// Where an asset may refuel, and where it hands over whom it carries.
public struct MissionSupport: Sendable, Hashable {
  /// Where it may refuel; its tank is full after each stop.
  public var refuelling: [StopPlace]
  /// How often it refuels on one mission at most.
  public var mostStops: Int
  /// Where it hands over after the stay at the strip, at the one that is reached first; none: it flies home at once.
  public var handOver: [StopPlace]

  /// Support; without places it changes nothing.
  public init(refuelling: [StopPlace] = [], mostStops: Int = Self.usualStops, handOver: [StopPlace] = []) {
    self.refuelling = refuelling
    self.mostStops = mostStops
    self.handOver = handOver
  }

  /// How often an aircraft refuels on one mission at most, unless a scenario says.
  public static let usualStops = 3
  /// How long refuelling takes, unless a scenario says: with the rotor turning or not, from touch-down to start.
  public static let usualRefuelling = Duration.minutes(15)
  /// How long a hand-over takes, unless a scenario says.
  public static let usualHandOver = Duration.minutes(10)
}
