/// Computes what every asset can do about one flight.
public struct FlightWindows: Sendable, Hashable {
  /// The flight.
  public var flight: Flight
  /// Its events and sightings.
  public var timeline: Timeline
  /// From the order to landing: the time in which an asset may already be under way; nil when there is none.
  public var inbound: TimeSpan?
  /// From landing to take-off, or from the order where that comes later; nil when the order comes after take-off.
  public var ground: TimeSpan?
  /// From take-off to exit, or from the order where that comes later, and no longer than the aircraft is within the border;
  /// nil when there is none.
  public var outbound: TimeSpan?
  /// One window per asset, in the order of the assets.
  public var windows: [Window]
  /// Index into ``windows`` of the best: by verdict, then landing before circling, then slack, then first meeting; nil where
  /// no asset comes near to a meeting. One that could meet the flight only untracked is as good as one that is as late.
  public var best: Int?

  /// One flight against every asset.
  package init(
    flight: Flight, timeline: Timeline, inbound: TimeSpan?, ground: TimeSpan?, outbound: TimeSpan?, windows: [Window],
    best: Int?
  ) {
    self.flight = flight
    self.timeline = timeline
    self.inbound = inbound
    self.ground = ground
    self.outbound = outbound
    self.windows = windows
    self.best = best
  }
}
