public import Coverage
public import Terrain
public import Units

extension RequiredDetection {
  /// Adds whether a network detects the flight far enough out.
  /// - Parameters:
  ///   - timeline: What the network sees of ``flight``.
  ///   - alert: How long it must be seen for a track.
  public func judged(by timeline: Timeline, alert: AlertChain) -> RequiredDetection {
    var row = self
    // Where looks count, the sighting that makes the track began as long before it as confirmation takes.
    let begin =
      alert.detection == nil
      ? alert.confirming(timeline.sightings)?.begin : timeline.confirmed.map { $0 - alert.confirmation }
    let seen = begin.map { timeline.landing - $0 }
    row.seenAlongRoute = seen.map { .metres(flight.speed.metresPerSecond * $0.inSeconds) }
    row.isMet = leadTime.map { lead in seen.map { $0 >= lead } ?? false }
    return row
  }

  /// Adds what a network over terrain sees at ``point``.
  /// - Parameters:
  ///   - track: ``flight`` over the network's terrain.
  ///   - timeline: What the network sees of it.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  public func looked(
    at network: TerrainCoverage, along track: FlightTrack, _ timeline: Timeline
  ) throws(TerrainError) -> RequiredDetection {
    guard point != nil, let needed = alongRoute else { return self }
    var row = self
    let along = track.inbound.length - needed
    row.sight = try network.sight(of: track.flight, on: track.inbound, at: along) { id in
      timeline.isGlimpse(
        of: id, at: timeline.departure + .seconds(clamping: along.metres / track.flight.speed.metresPerSecond))
    }
    return row
  }
}

extension TerrainCoverage {
  /// What the network sees of a flight at a distance along a path over the network's terrain.
  func sight(
    of flight: Flight, on path: FlightPath, at distance: Length, isGlimpse: (String) -> Bool
  ) throws(TerrainError) -> RequiredDetection.PointSight {
    let sample = try region.samples(at: [path.position(at: distance)])[0]
    let altitude = path.altitudeMetres(at: distance)
    return RequiredDetection.PointSight(
      altitude: altitude.isNaN ? nil : .metres(altitude), floor: floors(at: [sample], target: flight.target)[0],
      isSeen: stations.indices.contains { station in
        !isGlimpse(stations[station].id)
          && marginsInMetres(seenBy: station, at: [sample], altitudesMetres: [altitude], target: flight.target)[0] >= 0
      })
  }
}
