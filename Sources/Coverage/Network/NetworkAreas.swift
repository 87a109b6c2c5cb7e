public import Geodesy
public import Units

/// Areas that networks see over terrain, at some heights.
public struct NetworkAreas: Sendable, Hashable {
  /// One network.
  public struct Network: Sendable, Hashable {
    /// Area seen by at least 1, 2, 3 radars: by height, then count.
    public var seenByAtLeast: [[Area]]
    /// Area where no radar is known to see a target and that is not certain, by height.
    public var unknown: [Area]
  }

  /// One entry a network.
  public var networks: [Network]
  /// Area that each station sees: by height, then station.
  public var stations: [[Area]]

  /// The areas that some networks of stations see.
  /// - Parameters:
  ///   - networks: Networks as positions in the coverage's stations.
  ///   - each: Also takes each block of the sweep, in order.
  /// - Accuracy: cells count whole by their centres (`areas over flat terrain agree with rings`).
  public init<Failure: Error>(
    of networks: [[Int]], in coverage: TerrainCoverage, heights: [Altitude], target: Target, workers: Int = 1,
    each: (NetworkBlock) throws(Failure) -> Void
  ) throws(Failure) {
    var seen = networks.map { _ in heights.map { _ in [Double](repeating: 0, count: NetworkBlock.depth) } }
    var unknown = networks.map { _ in heights.map { _ in 0.0 } }
    var stations = heights.map { _ in [Double](repeating: 0, count: coverage.stations.count) }
    try coverage.sweep(networks: networks, heights: heights, target: target, workers: workers) {
      (block) throws(Failure) in
      for height in heights.indices {
        for (index, network) in block.networks.enumerated() {
          for level in 0..<NetworkBlock.depth { seen[index][height][level] += network.seen[height][level] }
          unknown[index][height] += network.unknown[height]
        }
        for station in stations[height].indices { stations[height][station] += block.stationAreas[height][station] }
      }
      try each(block)
    }
    self.networks = networks.indices.map { index in
      Network(
        seenByAtLeast: seen[index].map { $0.map { .squareMetres($0) } },
        unknown: unknown[index].map { .squareMetres($0) })
    }
    self.stations = stations.map { $0.map { .squareMetres($0) } }
  }
}
