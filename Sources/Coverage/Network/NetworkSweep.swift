internal import GeoFiles
internal import Geodesy
internal import Units

/// Computes the blocks of a sweep, row by row: first what every station sees, then networks and heights one by one.
struct NetworkSweep: Sendable {
  let coverage: TerrainCoverage
  let networks: [[Int]]
  let heights: [Altitude]
  /// Which network is drawn, the others being measured only; nil: all.
  private let drawn: Int?
  private let interest: InterestMask?
  private let views: [FloorView?]

  init(
    coverage: TerrainCoverage, networks: [[Int]], drawn: Int?, heights: [Altitude], target: Target,
    interest: InterestMask?
  ) {
    self.interest = interest
    self.coverage = coverage
    self.networks = networks
    self.drawn = drawn
    self.heights = heights
    views = coverage.floors.map { $0.view(of: target) }
  }

  private func isDrawn(_ network: Int) -> Bool { drawn == nil || drawn == network }

  func block(_ rows: Range<Int>) -> NetworkBlock {
    let columns = coverage.region.grid.frame.columns
    let none = [Double](repeating: 0, count: NetworkBlock.depth + 1)
    var block = NetworkBlock(
      rows: rows, columns: columns,
      networks: networks.indices.map { network in
        let count = isDrawn(network) ? rows.count * columns : 0
        return NetworkBlock.Network(
          lowest: [Float](repeating: .infinity, count: count), second: [Float](repeating: .infinity, count: count),
          radar: [UInt16](repeating: NetworkBlock.noRadar, count: count),
          counts: heights.map { _ in [UInt16](repeating: 0, count: count) }, areas: heights.map { _ in none },
          interestAreas: heights.map { _ in none })
      },
      stationAreas: heights.map { _ in [Double](repeating: 0, count: coverage.floors.count) },
      stationReaches: heights.map { _ in
        [Float](repeating: 0, count: coverage.floors.count * RadarReach.azimuths)
      })
    var sight = RowSight(stations: coverage.floors.count, columns: columns, heights: heights.count)
    for row in rows {
      look(row, &sight)
      let first = (row - rows.lowerBound) * columns
      sight.look(at: heights)
      for network in networks.indices {
        if isDrawn(network) { sight.findLowest(of: networks[network], into: &block.networks[network], at: first) }
        for height in heights.indices {
          sight.count(
            networks[network], at: height, into: &block.networks[network], at: first, isDrawn: isDrawn(network))
        }
      }
      sight.add(to: &block.stationAreas, &block.stationReaches)
    }
    return block
  }

  /// What every station sees over the posts of a row.
  private func look(_ row: Int, _ sight: inout RowSight) {
    let columns = coverage.region.grid.frame.columns
    let ground = coverage.region.lowest ?? coverage.region.grid
    sight.ground = Array(ground.cells[row * columns..<(row + 1) * columns])
    for column in 0..<columns { sight.areas[column] = coverage.areas.area(row: row, column: column) }
    if let interest {
      sight.interest = (0..<columns).map { interest.contains(row: row, column: $0) ? sight.areas[$0] : 0 }
    }
    for index in 0..<coverage.floors.count {
      sight.spans[index] = 0..<0
      guard let view = views[index] else { continue }
      coverage.floors[index].see(row: row, view, into: &sight, of: index, columns: columns)
    }
  }
}
