public import Coverage
internal import Geodesy
internal import Radar
public import Units

/// A network of radars that can be asked what it sees of an aircraft on a straight leg.
///
/// Conformers are ``SmoothEarthCoverage`` and ``TerrainCoverage``.
public protocol NetworkCoverage: Sendable {
  /// The radars; other members number them in this order.
  var stations: [RadarStation] { get }
  /// The spans of a leg in which a station sees the aircraft, in order.
  /// - Parameters:
  ///   - station: Position in ``stations``.
  ///   - leg: The leg.
  ///   - target: What the radar sees of the aircraft.
  /// - Returns: Start and end of each span in seconds of local time, within those of the leg.
  func spans(station: Int, leg: TimedLeg, target: Target) -> [(begin: Double, end: Double)]
  /// Where the aircraft stands at a time as a station sees it; nil where that is unknown.
  /// - Parameters:
  ///   - station: Position in ``stations``.
  ///   - leg: The leg.
  ///   - time: Seconds of local time, within those of the leg.
  func geometry(station: Int, leg: TimedLeg, at time: Double) -> LookGeometry?
  /// What the way of a look at the aircraft takes beyond free space, there and back, as far as losses count.
  /// - Parameters:
  ///   - time: Seconds of local time, within those of the leg.
  ///   - place: Where the aircraft stands then as the station sees it.
  ///   - enough: A loss from which on it does not matter how much more it is.
  func loss(station: Int, leg: TimedLeg, at time: Double, _ place: LookGeometry, enough: Decibels) -> Decibels
}

extension SmoothEarthCoverage: NetworkCoverage {
  /// - Accuracy: ends within 1 ms; a span or gap below 0.25 s may be missed.
  public func spans(station: Int, leg: TimedLeg, target: Target) -> [(begin: Double, end: Double)] {
    let climbs = leg.leg.startHeight != leg.leg.endHeight
    // A climb is searched in short steps, and only where the horizon of its highest point reaches.
    let places = climbs ? withinHorizon(of: station, leg) : [(leg.begin, leg.end)]
    // At one height the margin changes with the way flown only; in a climb the horizon moves too, by the square root
    // of the height.
    let search = SignChanges(cap: climbs ? 2 : 600, tolerance: 1e-3)
    return places.flatMap { place in
      search.spans(from: place.begin, to: place.end, rate: climbs ? leg.speed * 4 : leg.speed) { time in
        let (position, height) = leg.state(at: time)
        return margin(station: station, position: position, altitude: .aboveGround(.metres(height)), target: target)
          .metres
      }
    }
  }

  /// The aircraft at a height above the smooth ground.
  public func geometry(station: Int, leg: TimedLeg, at time: Double) -> LookGeometry? {
    let (position, height) = leg.state(at: time)
    return geometry(from: station, to: position, height: .metres(height))
  }

  /// Over the smooth ground.
  public func loss(
    station: Int, leg: TimedLeg, at time: Double, _ place: LookGeometry, enough: Decibels
  ) -> Decibels {
    let (position, height) = leg.state(at: time)
    return loss(from: station, to: position, height: .metres(height), place)
  }

  /// The parts of a leg from which its highest point would clear a station's horizon; beyond them nothing is seen, but by
  /// diffraction.
  private func withinHorizon(of index: Int, _ leg: TimedLeg) -> [(begin: Double, end: Double)] {
    let station = stations[index]
    guard station.type.looks?.wave?.losses.diffraction != true else { return [(leg.begin, leg.end)] }
    let highest = Length.metres(max(leg.leg.startHeight, leg.leg.endHeight, 0))
    let reach = earth.horizonDistance(between: antennaHeight(of: station), and: highest).metres
    return SignChanges().spans(from: leg.begin, to: leg.end, rate: leg.speed) { time in
      reach - Ellipsoid.wgs84.distance(from: station.position, to: leg.state(at: time).position).metres
    }
  }
}

extension TerrainCoverage: NetworkCoverage {
  /// - Accuracy: ends within half a post's spacing of the way; a span or gap shorter than that may be missed
  ///   (`over flat terrain a flight is seen as over a smooth Earth`).
  public func spans(station: Int, leg: TimedLeg, target: Target) -> [(begin: Double, end: Double)] {
    guard let ground = leg.leg.ground else {
      preconditionFailure("a flight over terrain follows that terrain: make its track with the coverage's region")
    }
    let margins = marginsInMetres(
      seenBy: station, at: ground.samples, altitudesMetres: ground.altitudesMetres, target: target)
    var spans: [(begin: Double, end: Double)] = []
    var opened: Double? = margins.first.flatMap { $0 >= 0 ? leg.begin : nil }
    for index in margins.indices.dropFirst() {
      let (a, b) = (margins[index - 1], margins[index])
      guard (a >= 0) != (b >= 0) else { continue }
      // Between a place where nothing is seen at any height and one where something is, the latter is the edge.
      let part = a == -.infinity ? 1 : b == -.infinity ? 0 : a / (a - b)
      let edge = leg.begin + (Double(index - 1) + part) * ground.stepMetres / leg.speed
      if let begin = opened {
        spans.append((begin, min(edge, leg.end)))
        opened = nil
      } else {
        opened = edge
      }
    }
    if let opened { spans.append((opened, leg.end)) }
    return spans
  }

  /// The aircraft at its altitude over the terrain, linear between the places whose ground is known.
  public func geometry(station: Int, leg: TimedLeg, at time: Double) -> LookGeometry? {
    guard let ground = leg.leg.ground else { return nil }
    let along = (time - leg.begin) * leg.speed
    let altitude = ground.altitudeMetres(at: along)
    guard altitude.isFinite else { return nil }
    return geometry(
      from: station, to: FlightPath.state(on: leg.leg, atMetres: along).position, altitude: .metres(altitude))
  }

  /// Along the profile of the ground, post by post.
  public func loss(
    station: Int, leg: TimedLeg, at time: Double, _ place: LookGeometry, enough: Decibels
  ) -> Decibels {
    guard stations[station].type.looks?.wave != nil else { return Decibels(0) }
    guard let ground = leg.leg.ground else { return Decibels(.infinity) }
    let along = (time - leg.begin) * leg.speed
    let altitude = ground.altitudeMetres(at: along)
    guard altitude.isFinite else { return Decibels(.infinity) }
    return loss(
      from: station, to: FlightPath.state(on: leg.leg, atMetres: along).position, altitude: .metres(altitude), place,
      enough: enough)
  }
}
