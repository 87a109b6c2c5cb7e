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
  /// What ways take from looks.
  let losses: SmoothEarthLosses
  /// Other states of the world in all of which, or in any of which, a station has to see the target as well; nil for this one
  /// alone.
  package var states: SmoothEarthStates?

  /// A network over a smooth Earth.
  public init(stations: [RadarStation], groundElevation: Length, earth: EffectiveEarth = EffectiveEarth()) {
    self.stations = stations
    self.groundElevation = groundElevation
    self.earth = earth
    losses = SmoothEarthLosses(ground: groundElevation, earth: earth)
  }

  /// Height of a station's antenna above the smooth ground; never below it.
  public func antennaHeight(of station: RadarStation) -> Length {
    if let altitude = station.antennaAltitude { return max(altitude - groundElevation, .zero) }
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
      outerRadius: reach.outer, limit: reach.limit, blindSectors: reach.limit == .blind ? [] : station.blindSectors,
      maskedParts: reach.limit == .blind
        ? []
        : station.horizonMask.parts.map { part in
          let masked = self.reach(of: station, targetHeight: height, target: target, above: part.lowest)
          return CoverageRing.MaskedPart(
            sector: part.sector, innerRadius: masked.inner, outerRadius: min(masked.outer, reach.outer))
        })
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
    guard !station.blindSectors.isEmpty || !station.horizonMask.isEmpty else {
      let distance = Ellipsoid.wgs84.distance(from: station.position, to: position)
      return radial(distance, reach)
    }
    let way = Ellipsoid.wgs84.inverse(from: station.position, to: position)
    let clear = station.blindSectors.map { clearance(of: $0, azimuth: way.azimuth, distance: way.distance) }
    let masks = station.horizonMask.parts.map { part in
      // What the mask hides is a part of its sector: as far away as the farther of the two.
      let masked = self.reach(of: station, targetHeight: height, target: target, above: part.lowest)
      let beside = clearance(of: part.sector, azimuth: way.azimuth, distance: way.distance)
      return masked.limit == .blind ? beside : max(beside, radial(way.distance, masked))
    }
    return min(radial(way.distance, reach), (clear + masks).min() ?? .metres(.infinity))
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
    of station: RadarStation, targetHeight height: Length, target: Target, above masked: Angle? = nil
  ) -> (inner: Length, outer: Length, limit: CoverageRing.Limit) {
    let edges = edges(of: station, targetHeight: height, target: target, above: masked)
    guard target.isDetectable(by: station.type.kind), !station.isBlindAllRound, !edges.isEmpty else {
      return (.zero, .zero, .blind)
    }
    return (edges.inner, edges.outer, edges.outerLimit)
  }

  /// The edges of what a station sees of a target at a height above the smooth ground, regardless of blind sectors and of what
  /// the target lacks for its kind of radar.
  ///
  /// A height below the ground counts as zero.
  /// - Parameter masked: The horizon mask in some direction; nil where there is none.
  public func edges(
    of station: RadarStation, targetHeight: Length, target: Target, above masked: Angle? = nil
  ) -> RingEdges {
    let own = ownEdges(of: station, max(targetHeight, .zero), target, above: masked)
    guard let states else { return own }
    return states.others.reduce(own) { edges, other in
      var target = target
      target.crossSection = target.crossSection * other.crossSection
      let found = other.network.edges(of: station, targetHeight: targetHeight, target: target, above: masked)
      return states.needsAll ? edges.intersection(found) : edges.hull(found)
    }
  }

  /// The edges in this state of the world.
  private func ownEdges(
    of station: RadarStation, _ height: Length, _ target: Target, above masked: Angle?
  ) -> RingEdges {
    guard let wave = station.type.looks?.wave, target.crossSection.isFinite, target.crossSection > .zero else {
      return edges(of: station, height, target, above: masked, wave: nil)
    }
    return losses.edges(of: station, height, target, above: masked) {
      edges(of: station, height, target, above: masked, wave: wave)
    }
  }

  /// - Parameter wave: The one that loses some on its way; nil for none that does.
  private func edges(
    of station: RadarStation, _ height: Length, _ target: Target, above masked: Angle?, wave: LookWave?
  ) -> RingEdges {
    let (type, antenna) = (station.type, antennaHeight(of: station))
    var edges = RingEdges(
      inner: .zero, innerLimit: nil, outer: earth.horizonDistance(between: antenna, and: height), outerLimit: .horizon)
    // With diffraction a target beyond the horizon may be seen: its own loss ends that.
    if wave?.losses.diffraction == true { edges.outer = earth.radius * (.pi / 2) }
    // Of equal edges the range is named. A target that is higher above the antenna than its range is within it nowhere.
    let ranges: [(Length, CoverageRing.Limit)] = [
      (station.detectionRange(of: target), .detection), (station.instrumentedRange, .instrumented),
    ]
    for (slantRange, limit) in ranges {
      let ground = earth.groundDistance(slantRange: slantRange, from: antenna, to: height) ?? .zero
      if ground <= edges.outer { (edges.outer, edges.outerLimit) = (ground, limit) }
    }
    if type.minimumRange > .zero {
      let ground = earth.groundDistance(slantRange: type.minimumRange, from: antenna, to: height)
      edges.widenHole(to: ground ?? .zero, as: .minimumRange)
    }
    if let lowest = [station.lowestElevation, masked].compactMap({ $0 }).max() {
      let span = earth.groundSpan(elevationAtLeast: lowest, from: antenna, to: height)
      edges.shorten(to: span?.farthest ?? .zero, as: .beam)
      edges.widenHole(to: span?.nearest ?? .zero, as: .belowBeam)
    }
    if let highest = station.highestElevation,
      let above = earth.groundSpan(elevationAtLeast: highest, from: antenna, to: height)
    {
      edges.widenHole(to: above.farthest, as: .aboveBeam)
    }
    // Where a look's probability depends on the elevation, or its wave loses some on the way.
    let looks = station.type.looks != nil && target.crossSection.isFinite && target.crossSection > .zero
    if !edges.isEmpty, wave != nil || (looks && (type.parameters.elevationPattern ?? .flat) != .flat) {
      narrow(&edges, of: station, target, from: antenna, to: height, countsLosses: wave != nil)
    }
    return edges
  }
}
