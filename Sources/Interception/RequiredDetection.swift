public import Coverage
public import Geodesy
public import Response
public import Units

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
  /// Whether the point lies before the origin: it would have to be seen before its route begins.
  public var isBeforeOrigin: Bool
  /// That point of the route; nil when no asset can, or when it lies before the origin.
  public var point: Position?
  /// How far before the strip, along the route, the sighting begins that makes the track (``Timeline/confirmed``): zero when
  /// after landing, nil when there is none, or when no network was asked.
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
    /// Whether a radar's sighting of the aircraft lasts there; a glimpse is none.
    public var isSeen: Bool
  }

  /// A required detection distance.
  package init(
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
