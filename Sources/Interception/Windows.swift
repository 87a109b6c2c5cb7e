public import Coverage
public import Geodesy
public import Response
public import Units

/// A span of time, in local time since midnight of the day of departure.
public struct TimeSpan: Sendable, Hashable {
  /// When it begins.
  public var begin: Duration
  /// When it ends; never before ``begin``.
  public var end: Duration
  /// How long it is.
  public var length: Duration { end - begin }

  /// A span of time.
  public init(begin: Duration, end: Duration) {
    self.begin = begin
    self.end = end
  }
}

/// When a flight passes its marks and what the network sees of it.
public struct Timeline: Sendable, Hashable {
  /// A span in which at least one radar sees the aircraft without a break.
  public struct Sighting: Sendable, Hashable {
    /// When.
    public var span: TimeSpan
    /// Keys of the radars that see it in this span, in the order of the network.
    public var stationIDs: [String]

    /// A sighting.
    public init(span: TimeSpan, stationIDs: [String]) {
      self.span = span
      self.stationIDs = stationIDs
    }
  }

  /// Leaves its origin.
  public var departure: Duration
  /// Touches down.
  public var landing: Duration
  /// Leaves the strip.
  public var takeoff: Duration
  /// Reaches the end of the outbound route.
  public var exit: Duration
  /// Every sighting, in order of time.
  public var sightings: [Sighting]
  /// First instant at which a radar sees it; nil when none ever does.
  public var firstDetection: Duration?
  /// Where it is at that instant.
  public var firstDetectionPosition: Position?
  /// The first time a sighting has lasted as long as confirmation needs; nil when none does.
  public var confirmed: Duration?
  /// The order to take off; nil when never confirmed.
  public var ordered: Duration?
  /// From the first detection to landing; negative when first seen later, nil when never seen.
  public var warning: Duration? { firstDetection.map { landing - $0 } }

  /// A timeline.
  public init(
    departure: Duration, landing: Duration, takeoff: Duration, exit: Duration, sightings: [Sighting],
    firstDetection: Duration?, firstDetectionPosition: Position?, confirmed: Duration?, ordered: Duration?
  ) {
    self.departure = departure
    self.landing = landing
    self.takeoff = takeoff
    self.exit = exit
    self.sightings = sightings
    self.firstDetection = firstDetection
    self.firstDetectionPosition = firstDetectionPosition
    self.confirmed = confirmed
    self.ordered = ordered
  }
}

/// What one asset can do about one flight.
public struct Window: Sendable, Hashable {
  /// The outcome, best first.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// At the strip before the aircraft lands.
    case beforeLanding
    /// At the strip while the aircraft stands there.
    case onGround
    /// Not at the strip in time, but it can meet the aircraft in flight.
    case inFlight
    /// Neither.
    case tooLate
    /// The strip is out of reach and no meeting in flight exists.
    case outOfReach
    /// The asset does not fly at that hour.
    case notFlown
    /// No order is ever given: the flight is never seen, or never long enough.
    case neverSeen
  }

  /// A span in which the asset could be where the aircraft is.
  public struct Intercept: Sendable, Hashable {
    /// When.
    public var span: TimeSpan
    /// Where the aircraft is when the span begins.
    public var first: Position
    /// Where the aircraft is when the span ends.
    public var last: Position
    /// Whether the span lies on the way in (otherwise on the way out).
    public var isInbound: Bool
    /// Whether some radar sees the aircraft at the beginning of the span.
    public var isTracked: Bool

    /// A span of possible meetings.
    public init(span: TimeSpan, first: Position, last: Position, isInbound: Bool, isTracked: Bool) {
      self.span = span
      self.first = first
      self.last = last
      self.isInbound = isInbound
      self.isTracked = isTracked
    }
  }

  /// Who.
  public var asset: Asset
  /// Day or night at the order; nil when no order is given.
  public var period: Period?
  /// The way to the strip.
  public var response: ResponseTime?
  /// Take-off of the asset; nil when it never does.
  public var airborne: Duration?
  /// Earliest arrival at the strip; nil when it never arrives.
  public var arrival: Duration?
  /// Take-off of the aircraft less ``arrival``: positive when met; nil when it never arrives.
  public var slack: Duration?
  /// Every span of possible meetings in flight, in order of time.
  public var intercepts: [Intercept]
  /// The outcome.
  public var verdict: Verdict

  /// What one asset can do about one flight.
  public init(
    asset: Asset, period: Period?, response: ResponseTime?, airborne: Duration?, arrival: Duration?, slack: Duration?,
    intercepts: [Intercept], verdict: Verdict
  ) {
    self.asset = asset
    self.period = period
    self.response = response
    self.airborne = airborne
    self.arrival = arrival
    self.slack = slack
    self.intercepts = intercepts
    self.verdict = verdict
  }
}

/// One flight against every asset.
public struct FlightWindows: Sendable, Hashable {
  /// Which flight.
  public var flight: Flight
  /// Its marks and sightings.
  public var timeline: Timeline
  /// From the order to landing: the time in which an asset may already be under way; nil when there is none.
  public var inbound: TimeSpan?
  /// From landing to take-off, or from the order where that comes later; nil when the order comes after take-off.
  public var ground: TimeSpan?
  /// From take-off to exit, or from the order where that comes later; nil when there is none.
  public var outbound: TimeSpan?
  /// One window per asset, in the order of the assets.
  public var windows: [Window]
  /// Index into ``windows`` of the best: by verdict, then slack, then first meeting; nil without assets or sight.
  public var best: Int?

  /// One flight against every asset.
  public init(
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

/// How far out an aircraft must be seen for the best asset to be at the strip before it leaves.
public struct RequiredDetection: Sendable, Hashable {
  /// The strip.
  public var strip: Strip
  /// The flight along whose route the distance is measured.
  public var flight: Flight
  /// Day or night.
  public var period: Period
  /// The asset that needs the least warning; nil when none can serve the strip in this period.
  public var asset: Asset?
  /// From first detection to the asset's arrival: confirmation, decision, readiness, block time.
  public var chain: Duration?
  /// Warning before landing: ``chain`` less the time on the ground; negative when it may be seen after landing.
  public var leadTime: Duration?
  /// Distance along the route before the strip; zero when seeing it at landing is enough; nil when no asset can.
  public var alongRoute: Length?
  /// Geodesic distance from the strip to that point; nil when it lies before the origin.
  public var direct: Length?
  /// Whether the point lies before the origin: it would have to be seen before it takes off.
  public var isBeforeOrigin: Bool
  /// That point of the route; nil when no asset can, or when it lies before the origin.
  public var point: Position?
  /// How far before the strip, along the route, the network begins to see the flight long enough for a track; negative
  /// when after landing; nil when it never does, or when no network was asked.
  public var seenAlongRoute: Length?
  /// Whether the network sees the flight as far out as it must; nil when no network was asked, or no asset can.
  public var isMet: Bool?
  /// What the network sees over ``point``; nil without terrain.
  public var sight: PointSight?

  /// What a network sees of an aircraft at one place over terrain.
  public struct PointSight: Sendable, Hashable {
    /// Altitude of the aircraft above mean sea level; nil where the ground is unknown that it follows.
    public var altitude: Length?
    /// What the network sees there.
    public var floor: PlaceFloor
    /// Whether a radar sees the aircraft there.
    public var isSeen: Bool
  }

  /// A required detection distance.
  public init(
    strip: Strip, flight: Flight, period: Period, asset: Asset?, chain: Duration?, leadTime: Duration?,
    alongRoute: Length?, direct: Length?, isBeforeOrigin: Bool,
    point: Position? = nil
  ) {
    self.strip = strip
    self.flight = flight
    self.period = period
    self.asset = asset
    self.chain = chain
    self.leadTime = leadTime
    self.alongRoute = alongRoute
    self.direct = direct
    self.isBeforeOrigin = isBeforeOrigin
    self.point = point
  }
}
