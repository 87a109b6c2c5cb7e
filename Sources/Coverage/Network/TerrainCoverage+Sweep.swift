internal import Foundation
internal import GeoFiles
public import Geodesy
internal import Units

extension TerrainCoverage {
  /// Goes over the region from its first row to its last and tells what networks see there.
  ///
  /// No more than a few blocks are in memory at a time. A station's floor is looked at once for all networks. The same
  /// input gives the same bits for any number of workers.
  /// - Parameters:
  ///   - networks: Networks as positions in ``stations``; 254 stations each at most.
  ///   - heights: Heights at which radars are counted.
  ///   - target: What is looked for.
  ///   - interest: The region of interest, for areas within it.
  ///   - workers: How many blocks are computed at a time.
  ///   - body: Takes the blocks, in order.
  /// - Throws: What `body` throws.
  /// - Complexity: posts of the region × stations.
  public func sweep<Failure: Error>(
    networks: [[Int]], heights: [Altitude], target: Target, interest: InterestMask? = nil, workers: Int = 1,
    _ body: (NetworkBlock) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(networks.allSatisfy { $0.count < 255 }, "a network of a sweep has at most 254 stations")
    let sweep = NetworkSweep(coverage: self, networks: networks, heights: heights, target: target, interest: interest)
    let rows = region.grid.frame.rows
    let step = max(1, min(64, 500_000 / max(1, region.grid.frame.columns)))
    let starts = Array(stride(from: 0, to: rows, by: step))
    let batch = max(1, workers)
    for first in stride(from: 0, to: starts.count, by: batch) {
      let part = Array(starts[first..<min(first + batch, starts.count)])
      let blocks = BlockResults(part.count)
      Parallel.run(part.count, workers: workers) { index in
        blocks.set(index, sweep.block(part[index]..<min(part[index] + step, rows)))
      }
      for block in blocks.values { if let block { try body(block) } }
    }
  }
}

private final class BlockResults: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var values: [NetworkBlock?]
  init(_ count: Int) { values = Array(repeating: nil, count: count) }
  func set(_ index: Int, _ block: NetworkBlock) { lock.withLock { values[index] = block } }
}

/// Computes blocks.
struct NetworkSweep: Sendable {
  let coverage: TerrainCoverage
  let networks: [[Int]]
  let heights: [Altitude]
  private let interest: InterestMask?
  private let limits: [RadarLimits?]

  init(
    coverage: TerrainCoverage, networks: [[Int]], heights: [Altitude], target: Target, interest: InterestMask?
  ) {
    self.interest = interest
    self.coverage = coverage
    self.networks = networks
    self.heights = heights
    limits = coverage.floors.map { $0.limits(for: target) }
  }

  func block(_ rows: Range<Int>) -> NetworkBlock {
    let columns = coverage.region.grid.frame.columns
    let count = rows.count * columns
    var block = NetworkBlock(
      rows: rows, columns: columns,
      networks: networks.map { _ in
        NetworkBlock.Network(
          lowest: [Float](repeating: .infinity, count: count), second: [Float](repeating: .infinity, count: count),
          radar: [UInt8](repeating: NetworkBlock.noRadar, count: count),
          counts: heights.map { _ in [UInt8](repeating: 0, count: count) },
          areas: heights.map { _ in [Double](repeating: 0, count: NetworkBlock.depth + 1) },
          interestAreas: heights.map { _ in [Double](repeating: 0, count: NetworkBlock.depth + 1) })
      },
      stationAreas: heights.map { _ in [Double](repeating: 0, count: coverage.floors.count) })
    var sight = RowSight(heights: heights.count, stations: coverage.floors.count, columns: columns)
    let inside = interest
    for row in rows {
      look(row, &sight)
      for column in 0..<columns {
        sight.choose(column)
        let index = (row - rows.lowerBound) * columns + column
        let area = coverage.areas.area(row: row, column: column)
        let interest = inside?.contains(row: row, column: column) == true ? area : 0
        for network in networks.indices {
          add(sight, networks[network], to: &block.networks[network], at: index, area: area, interest: interest)
        }
        for height in heights.indices {
          for station in 0..<sight.stations.count where sight.isSeen(height, station) {
            block.stationAreas[height][station] += area
          }
        }
      }
    }
    return block
  }

  /// What every station sees over the posts of a row.
  private func look(_ row: Int, _ sight: inout RowSight) {
    let frame = coverage.region.grid.frame
    let ground = coverage.region.lowest ?? coverage.region.grid
    sight.ground = Array(ground.cells[row * frame.columns..<(row + 1) * frame.columns])
    for (height, altitude) in heights.enumerated() {
      switch altitude {
      case .aboveGround(let length): sight.offsets[height] = (length.metres, true)
      case .aboveSeaLevel(let length): sight.offsets[height] = (length.metres, false)
      }
    }
    for index in 0..<coverage.floors.count {
      let first = index * frame.columns
      if let limits = limits[index] {
        coverage.floors[index].see(row: row, limits, into: &sight.row, at: first, columns: frame.columns)
      } else {
        for column in 0..<frame.columns { sight.row[first + column] = .nowhere }
      }
    }
  }

  private func add(
    _ sight: RowSight, _ stations: [Int], to network: inout NetworkBlock.Network, at index: Int, area: Double,
    interest: Double
  ) {
    guard sight.isGroundKnown else {
      network.lowest[index] = .nan
      network.second[index] = .nan
      for height in network.counts.indices {
        network.counts[height][index] = NetworkBlock.unknownCount
        network.areas[height][NetworkBlock.depth] += area
        network.interestAreas[height][NetworkBlock.depth] += interest
      }
      return
    }
    var (lowest, second) = (Double.infinity, Double.infinity)
    var (radar, unknown) = (NetworkBlock.noRadar, 0)
    for (number, station) in stations.enumerated() {
      let seen = sight.stations[station]
      if seen.lowest.isNaN {
        unknown += 1
      } else if seen.lowest <= seen.highest {
        if seen.lowest < lowest {
          (lowest, second, radar) = (seen.lowest, lowest, UInt8(number))
        } else if seen.lowest < second {
          second = seen.lowest
        }
      }
    }
    network.lowest[index] = lowest == .infinity && unknown > 0 ? .nan : Self.upward(lowest)
    network.second[index] = second == .infinity && unknown > (lowest == .infinity ? 1 : 0) ? .nan : Self.upward(second)
    network.radar[index] = radar
    for height in network.counts.indices {
      var (count, isUnknown) = (0, false)
      let altitude = sight.altitudes[height]
      for station in stations {
        let seen = sight.stations[station]
        if seen.contains(altitude) {
          count += 1
        } else if seen.lowest.isNaN, altitude <= seen.highest {
          isUnknown = true
        }
      }
      if count == 0, isUnknown {
        network.counts[height][index] = NetworkBlock.unknownCount
        network.areas[height][NetworkBlock.depth] += area
        network.interestAreas[height][NetworkBlock.depth] += interest
      } else {
        network.counts[height][index] = UInt8(count)
        for level in 0..<min(count, NetworkBlock.depth) {
          network.areas[height][level] += area
          network.interestAreas[height][level] += interest
        }
      }
    }
  }

  /// The nearest `Float` that is not below: a floor is never told lower than it is.
  private static func upward(_ value: Double) -> Float {
    let float = Float(value)
    return Double(float) < value ? float.nextUp : float
  }
}

/// What the stations see over a row of posts, and over the one of them that is looked at.
private struct RowSight {
  /// By station, then column.
  var row: [RadarFloor.Seen]
  /// Ground above mean sea level, metres.
  var ground: [Float]
  /// Heights in metres, and whether they are above ground.
  var offsets: [(metres: Double, isAboveGround: Bool)]
  /// What the stations see over the post.
  private(set) var stations: [RadarFloor.Seen]
  /// Altitudes above mean sea level of the heights over the post, metres.
  private(set) var altitudes: [Double]
  private(set) var isGroundKnown = true
  private let columns: Int

  init(heights: Int, stations: Int, columns: Int) {
    self.columns = columns
    row = Array(repeating: .nowhere, count: stations * columns)
    ground = []
    offsets = Array(repeating: (0, false), count: heights)
    self.stations = Array(repeating: .nowhere, count: stations)
    altitudes = Array(repeating: 0, count: heights)
  }

  /// Looks at a post of the row.
  mutating func choose(_ column: Int) {
    isGroundKnown = !ground[column].isNaN
    for height in 0..<offsets.count {
      altitudes[height] = offsets[height].metres + (offsets[height].isAboveGround ? Double(ground[column]) : 0)
    }
    for station in 0..<stations.count { stations[station] = isGroundKnown ? row[station * columns + column] : .nowhere }
  }

  func isSeen(_ height: Int, _ station: Int) -> Bool { isGroundKnown && stations[station].contains(altitudes[height]) }
}
