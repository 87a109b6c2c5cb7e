internal import Foundation
internal import GeoFiles
package import Geodesy
internal import Units

extension TerrainCoverage {
  /// Goes over the region from its first row to its last and says what networks see there.
  ///
  /// No more than a few blocks are in memory at a time. A station's floor is looked at once for all networks. The same
  /// input gives the same bits for any number of workers.
  /// - Parameters:
  ///   - networks: Networks as positions in ``stations``; ``NetworkBlock/mostRadars`` stations each at most.
  ///   - drawn: The network, as a position in `networks`, of which posts are asked; of the others only areas are, and
  ///     ``NetworkBlock/networks`` has no posts. Nil: all.
  ///   - heights: Heights at which radars are counted.
  ///   - target: The target.
  ///   - interest: The region of interest, for areas within it.
  ///   - workers: How many blocks are computed at a time.
  ///   - isCancelled: Asked before blocks are computed; when it says so the rest is left out.
  ///   - body: Takes the blocks, in order.
  /// - Throws: What `body` throws.
  /// - Complexity: posts of the region × stations.
  package func sweep<Failure: Error>(
    networks: [[Int]], drawn: Int? = nil, heights: [Altitude], target: Target, interest: InterestMask? = nil,
    workers: Int = 1, isCancelled: () -> Bool = { false }, _ body: (NetworkBlock) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(networks.allSatisfy { $0.count <= NetworkBlock.mostRadars }, "a network has at most 65,534 stations")
    let sweep = NetworkSweep(
      coverage: self, networks: networks, drawn: drawn, heights: heights, target: target, interest: interest)
    let rows = region.grid.frame.rows
    let step = max(1, min(64, 500_000 / max(1, region.grid.frame.columns)))
    let starts = Array(stride(from: 0, to: rows, by: step))
    let batch = max(1, workers)
    for first in stride(from: 0, to: starts.count, by: batch) where !isCancelled() {
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
