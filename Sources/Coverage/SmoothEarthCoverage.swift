public import Geodesy
public import Radar
public import Units

/// What a network of radars sees over a smooth Earth.
///
/// The ground is a smooth surface at one elevation. An antenna stands above it by as much as its site is higher than
/// that ground, plus its mast; a site lower than that ground counts as standing on it. Nothing but the bulge of the
/// Earth hides a target, so over real terrain this is an upper bound.
public struct SmoothEarthCoverage: Sendable {
  /// The radars, in the order in which they are counted.
  public let stations: [RadarStation]
  /// Elevation of the smooth ground above mean sea level.
  public let groundElevation: Length
  /// The effective Earth.
  public let earth: EffectiveEarth

  /// A network over a smooth Earth.
  public init(stations: [RadarStation], groundElevation: Length, earth: EffectiveEarth = EffectiveEarth()) {
    self.stations = stations
    self.groundElevation = groundElevation
    self.earth = earth
  }

  /// Height of a station's antenna above the smooth ground.
  public func antennaHeight(of station: RadarStation) -> Length {
    let site = station.groundElevation.map { max($0 - groundElevation, .zero) } ?? .zero
    return site + station.antennaHeight
  }

  /// Where a station sees a target at a height above the smooth ground.
  ///
  /// A height below the ground counts as on it.
  public func ring(of station: RadarStation, targetHeight: Length, target: Target) -> CoverageRing {
    let height = max(targetHeight, .zero)
    let reach = reach(of: station, targetHeight: height, target: target)
    return CoverageRing(
      stationID: station.id, centre: station.position, targetHeight: height, innerRadius: reach.inner,
      outerRadius: reach.outer, limit: reach.limit)
  }

  /// How deep inside a station's coverage a target stands: the ground distance to the nearest edge.
  ///
  /// Positive inside, negative outside, minus infinity where the station sees no such target at any distance. The value
  /// changes by at most one metre per metre that the target moves at one height.
  /// - Complexity: one geodesic distance.
  public func margin(station index: Int, position: Position, altitude: Altitude, target: Target) -> Length {
    let station = stations[index]
    let height = max(altitude.height(overGroundAt: groundElevation), .zero)
    let reach = reach(of: station, targetHeight: height, target: target)
    guard reach.limit != .blind else { return .metres(-.infinity) }
    let distance = Ellipsoid.wgs84.distance(from: station.position, to: position)
    let outer = reach.outer - distance
    return reach.inner > .zero ? min(outer, distance - reach.inner) : outer
  }

  private func reach(
    of station: RadarStation, targetHeight height: Length, target: Target
  ) -> (inner: Length, outer: Length, limit: CoverageRing.Limit) {
    let type = station.type
    let blind = (inner: Length.zero, outer: Length.zero, limit: CoverageRing.Limit.blind)
    if type.kind == .secondary && !target.hasTransponder { return blind }
    let antenna = antennaHeight(of: station)

    var outer = earth.horizonDistance(between: antenna, and: height)
    var limit = CoverageRing.Limit.horizon
    func shorten(to slantRange: Length, as reason: CoverageRing.Limit) -> Bool {
      guard let ground = earth.groundDistance(slantRange: slantRange, from: antenna, to: height) else { return false }
      if ground <= outer { (outer, limit) = (ground, reason) }
      return true
    }
    guard shorten(to: type.detectionRange(of: target.crossSection), as: .detection),
      shorten(to: type.instrumentedRange, as: .instrumented)
    else { return blind }

    var inner = Length.zero
    if type.minimumRange > .zero {
      inner = earth.groundDistance(slantRange: type.minimumRange, from: antenna, to: height) ?? .zero
    }
    if let lowest = type.minimumElevation {
      guard let span = earth.groundSpan(elevationAtLeast: lowest, from: antenna, to: height) else { return blind }
      if span.farthest < outer { (outer, limit) = (span.farthest, .beam) }
      inner = max(inner, span.nearest)
    }
    if let highest = type.maximumElevation,
      let above = earth.groundSpan(elevationAtLeast: highest, from: antenna, to: height)
    {
      inner = max(inner, above.farthest)
    }
    return outer > inner ? (inner, outer, limit) : blind
  }
}
