public import Units

/// How long one asset takes from the order to a strip, and whether it can at all.
public struct ResponseTime: Sendable, Hashable {
  /// Why an asset cannot serve a strip.
  public enum Obstacle: Sendable, Hashable {
    /// The way out, the time there and the way back need more than endurance less reserve.
    case endurance(needed: Duration, available: Duration)
    /// The strip lies above the aircraft's ceiling.
    case ceiling(strip: Length, ceiling: Length)
    /// The asset does not fly in this period.
    case notFlown(Period)
  }

  /// What the asset does at the strip.
  public enum Arrival: String, Sendable, Hashable, CaseIterable {
    /// Lands there.
    case landing
    /// Circles overhead: it cannot land there.
    case overhead
  }

  /// Who flies.
  public var asset: Asset
  /// Where to.
  public var strip: Strip
  /// By day or by night.
  public var period: Period
  /// Geodesic distance from base to strip.
  public var distance: Length
  /// From the order to take-off; nil when the asset does not fly in this period.
  public var readiness: Duration?
  /// Start, taxi and climb.
  public var departure: Duration
  /// Flight at cruise.
  public var cruise: Duration
  /// From overhead to people on the ground; zero when the aircraft stays overhead.
  public var landing: Duration
  /// Whether it lands or circles.
  public var arrival: Arrival
  /// Everything that stands in the way; empty when the strip is in reach.
  public var obstacles: [Obstacle]

  /// Off-blocks to arrival: departure, cruise and landing.
  public var block: Duration { departure + cruise + landing }
  /// From the strip back to the base: start and climb where the asset has landed, the same way at the same cruise, landing.
  public var wayBack: Duration {
    (arrival == .landing ? departure : .zero) + cruise + asset.aircraft.landingAllowance
  }
  /// Order to arrival; nil when the asset does not fly in this period.
  public var total: Duration? { readiness.map { $0 + block } }
  /// Whether nothing stands in the way.
  public var isReachable: Bool { obstacles.isEmpty }

  /// A response time.
  package init(
    asset: Asset, strip: Strip, period: Period, distance: Length, readiness: Duration?, departure: Duration,
    cruise: Duration, landing: Duration, arrival: Arrival, obstacles: [Obstacle]
  ) {
    self.asset = asset
    self.strip = strip
    self.period = period
    self.distance = distance
    self.readiness = readiness
    self.departure = departure
    self.cruise = cruise
    self.landing = landing
    self.arrival = arrival
    self.obstacles = obstacles
  }
}
