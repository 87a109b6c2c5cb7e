import Coverage

extension Plan {
  /// Ids of the network's radars that count as seeing nothing because the terrain at their sites is unknown.
  public var blindStations: [String] {
    guard let terrain else { return [] }
    let unknown = Set(terrain.coverage.floors.filter { $0.antennaAltitude == nil }.map(\.station.id))
    return network.stations.map(\.id).filter(unknown.contains)
  }
}
