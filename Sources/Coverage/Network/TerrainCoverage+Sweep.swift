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
  ///   - workers: How many blocks are computed at a time.
  ///   - body: Takes the blocks, in order.
  /// - Throws: What `body` throws.
  /// - Complexity: posts of the region × stations.
  public func sweep<Failure: Error>(
    networks: [[Int]], heights: [Altitude], target: Target, workers: Int = 1,
    _ body: (NetworkBlock) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(networks.allSatisfy { $0.count < 255 }, "a network of a sweep has at most 254 stations")
    let sweep = NetworkSweep(coverage: self, networks: networks, heights: heights, target: target)
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
  private let limits: [RadarLimits?]

  init(coverage: TerrainCoverage, networks: [[Int]], heights: [Altitude], target: Target) {
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
          seen: heights.map { _ in [Double](repeating: 0, count: NetworkBlock.depth) },
          unknown: heights.map { _ in 0 })
      },
      stationAreas: heights.map { _ in [Double](repeating: 0, count: coverage.floors.count) })
    var row = RowSight(heights: heights.count, stations: coverage.floors.count)
    for r in rows {
      for column in 0..<columns {
        look(r, column, &row)
        let index = (r - rows.lowerBound) * columns + column
        let area = coverage.areas.area(row: r, column: column)
        for network in networks.indices {
          add(row, networks[network], to: &block.networks[network], at: index, area: area)
        }
        for height in heights.indices {
          for station in coverage.floors.indices where row.isSeen(height, station) {
            block.stationAreas[height][station] += area
          }
        }
      }
    }
    return block
  }

  /// What every station sees over one post.
  private func look(_ row: Int, _ column: Int, _ sight: inout RowSight) {
    let ground = coverage.region.ground(row: row, column: column)
    sight.isGroundKnown = !ground.isNaN
    for (height, altitude) in heights.enumerated() {
      switch altitude {
      case .aboveGround(let length): sight.altitudes[height] = Double(ground) + length.metres
      case .aboveSeaLevel(let length): sight.altitudes[height] = length.metres
      }
    }
    for (index, floor) in coverage.floors.enumerated() {
      guard sight.isGroundKnown, let limits = limits[index] else {
        sight.stations[index] = .nowhere
        continue
      }
      sight.stations[index] = floor.seen(row: row, column: column, limits)
    }
  }

  private func add(
    _ sight: RowSight, _ stations: [Int], to network: inout NetworkBlock.Network, at index: Int, area: Double
  ) {
    guard sight.isGroundKnown else {
      network.lowest[index] = .nan
      network.second[index] = .nan
      for height in network.counts.indices {
        network.counts[height][index] = NetworkBlock.unknownCount
        network.unknown[height] += area
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
        network.unknown[height] += area
      } else {
        network.counts[height][index] = UInt8(count)
        for level in 0..<min(count, NetworkBlock.depth) { network.seen[height][level] += area }
      }
    }
  }

  /// The nearest `Float` that is not below: a floor is never told lower than it is.
  private static func upward(_ value: Double) -> Float {
    let float = Float(value)
    return Double(float) < value ? float.nextUp : float
  }
}

/// What the stations see over one post.
private struct RowSight {
  var stations: [RadarFloor.Seen]
  /// Altitudes above mean sea level of the heights, metres.
  var altitudes: [Double]
  var isGroundKnown = true

  init(heights: Int, stations: Int) {
    self.stations = Array(repeating: .nowhere, count: stations)
    altitudes = Array(repeating: 0, count: heights)
  }

  func isSeen(_ height: Int, _ station: Int) -> Bool { isGroundKnown && stations[station].contains(altitudes[height]) }
}
