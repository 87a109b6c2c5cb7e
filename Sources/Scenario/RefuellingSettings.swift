public import Response
internal import Units

/// Where and how responding aircraft refuel on their way.
public struct RefuellingSettings: Sendable, Hashable {
  /// How long it takes where a place does not say.
  public var time: Duration
  /// How often an aircraft refuels on one mission at most.
  public var mostStops: Int
  /// The places: those of their own layer, then the bases that have fuel for others.
  public var places: [StopPlace]

  /// Settings.
  public init(
    time: Duration = MissionSupport.usualRefuelling, mostStops: Int = MissionSupport.usualStops,
    places: [StopPlace] = []
  ) {
    self.time = time
    self.mostStops = mostStops
    self.places = places
  }
}
