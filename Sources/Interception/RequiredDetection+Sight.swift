public import Coverage
public import Terrain
internal import Units

extension RequiredDetection {
  /// The same with whether a network sees the flight as far out as it must.
  /// - Parameters:
  ///   - timeline: What the network sees of ``flight``.
  ///   - confirmation: How long it must be seen for a track.
  public func judged(by timeline: Timeline, confirmation: Duration) -> RequiredDetection {
    var row = self
    let seen = timeline.confirmed.map { timeline.landing - ($0 - confirmation) }
    row.seenAlongRoute = seen.map { .metres(flight.speed.metresPerSecond * $0.inSeconds) }
    row.isMet = leadTime.map { lead in seen.map { $0 >= lead } ?? false }
    return row
  }

  /// The same with what a network over terrain sees at ``point``.
  /// - Parameter track: ``flight`` over the network's terrain.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the terrain's system.
  public func looked(at network: TerrainCoverage, along track: FlightTrack) throws(TerrainError) -> RequiredDetection {
    guard point != nil, let needed = alongRoute else { return self }
    var row = self
    row.sight = try network.sight(of: track.flight, on: track.inbound, at: track.inbound.length - needed)
    return row
  }
}

extension TerrainCoverage {
  /// What the network sees of a flight at a distance along a path over the network's terrain.
  func sight(
    of flight: Flight, on path: FlightPath, at distance: Length
  ) throws(TerrainError) -> RequiredDetection.PointSight {
    let sample = try region.samples(at: [path.position(at: distance)])[0]
    let altitude = path.altitudeMetres(at: distance)
    return RequiredDetection.PointSight(
      altitude: altitude.isNaN ? nil : .metres(altitude), floor: floors(at: [sample], target: flight.target)[0],
      isSeen: stations.indices.contains { station in
        marginsInMetres(seenBy: station, at: [sample], altitudesMetres: [altitude], target: flight.target)[0] >= 0
      })
  }
}
