internal import Foundation
public import Geodesy
public import Radar
public import Units

/// What a network of radars sees over a smooth Earth.
///
/// The ground is a smooth surface at one elevation. The height of an antenna above it is that of its
/// mast plus the height of its site above that ground; a lower site counts as level with it. Only the bulge of the Earth
/// hides a target. That is not a bound on what is seen over real terrain: mountains hide targets, and a target at a
/// height above high ground is seen from farther than one at the same height above this ground.
public struct SmoothEarthCoverage: Sendable {
  /// The radars; other members number them in this order.
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
  /// A height below the ground counts as zero.
  public func ring(of station: RadarStation, targetHeight: Length, target: Target) -> CoverageRing {
    let height = max(targetHeight, .zero)
    let reach = reach(of: station, targetHeight: height, target: target)
    return CoverageRing(
      stationID: station.id, centre: station.position, targetHeight: height, innerRadius: reach.inner,
      outerRadius: reach.outer, limit: reach.limit, blindSectors: reach.limit == .blind ? [] : station.blindSectors)
  }

  /// How deep a target is inside a station's coverage: the ground distance to the nearest edge.
  ///
  /// Positive inside, negative outside, minus infinity where the station sees no such target at any distance. The value
  /// changes by at most one metre per metre that the target moves at one height.
  /// - Complexity: one geodesic distance.
  public func margin(station index: Int, position: Position, altitude: Altitude, target: Target) -> Length {
    let station = stations[index]
    let height = max(altitude.height(overGroundAt: groundElevation), .zero)
    let reach = reach(of: station, targetHeight: height, target: target)
    guard reach.limit != .blind else { return .metres(-.infinity) }
    guard !station.blindSectors.isEmpty else {
      let distance = Ellipsoid.wgs84.distance(from: station.position, to: position)
      return radial(distance, reach)
    }
    let way = Ellipsoid.wgs84.inverse(from: station.position, to: position)
    let clear = station.blindSectors.map { clearance(of: $0, azimuth: way.azimuth, distance: way.distance) }
    return min(radial(way.distance, reach), clear.min() ?? .metres(.infinity))
  }

  private func radial(
    _ distance: Length, _ reach: (inner: Length, outer: Length, limit: CoverageRing.Limit)
  ) -> Length {
    let outer = reach.outer - distance
    return reach.inner > .zero ? min(outer, distance - reach.inner) : outer
  }

  /// The ground distance to the edges of a blind sector, negative within it.
  ///
  /// The cross-track distance on the mean sphere, sin x = sin d · sin δ: within 0.6 % of the ellipsoid's, and zero at the
  /// same places.
  private func clearance(of sector: AzimuthSector, azimuth: Angle, distance: Length) -> Length {
    let radius = EarthFigure.meanRadius.metres
    func toEdge(_ edge: Angle) -> Double {
      let turn = abs((azimuth - edge).degrees.remainder(dividingBy: 360)) * .pi / 180
      guard turn < .pi / 2 else { return distance.metres }
      return radius * asin(min(1, abs(sin(distance.metres / radius)) * sin(turn)))
    }
    let nearest = sector.width.degrees < 360 ? min(toEdge(sector.begin), toEdge(sector.end)) : distance.metres
    return .metres(sector.contains(azimuth) ? -nearest : nearest)
  }

  private func reach(
    of station: RadarStation, targetHeight height: Length, target: Target
  ) -> (inner: Length, outer: Length, limit: CoverageRing.Limit) {
    let type = station.type
    let blind = (inner: Length.zero, outer: Length.zero, limit: CoverageRing.Limit.blind)
    guard target.isDetectable(by: type.kind), !station.isBlindAllRound else { return blind }
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
    if let lowest = station.lowestElevation {
      guard let span = earth.groundSpan(elevationAtLeast: lowest, from: antenna, to: height) else { return blind }
      if span.farthest < outer { (outer, limit) = (span.farthest, .beam) }
      inner = max(inner, span.nearest)
    }
    if let highest = station.highestElevation,
      let above = earth.groundSpan(elevationAtLeast: highest, from: antenna, to: height)
    {
      inner = max(inner, above.farthest)
    }
    guard outer > inner else { return blind }
    guard let beam = type.looks?.beam, target.crossSection.isFinite else { return (inner, outer, limit) }
    let range = type.detectionRange(of: target.crossSection)
    guard let span = patternSpan(beam, range, tilt: station.tilt, from: antenna, to: height, inner...outer) else {
      return blind
    }
    return (span.lowerBound, span.upperBound, span.upperBound < outer ? .beam : limit)
  }
}
