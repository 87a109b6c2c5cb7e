internal import Foundation
internal import GeoFiles
package import Geodesy
package import Terrain
package import Units

/// The floor of one radar as a map draws it: how far above the ground it begins to see a target, in whole metres.
package struct LiveFloor: Sendable {
  /// Number of rows, from the north, and of columns, from the west, as far as the grid's axes lie so.
  package let rows: Int
  package let columns: Int
  /// Row by row: the lowest height above ground at which the radar sees the target, metres, rounded up; ``notSeen`` or
  /// ``unknown`` for none.
  package let heights: [UInt16]
  /// The outer corners of the grid: those of its first row from west to east, then those of its last one.
  package let corners: [Position]
  /// Posts of the terrain, each way, in one of the grid; 1 where floors are those of a plan.
  package let step: Int
  /// Altitude of the antenna above mean sea level; nil where the ground is unknown.
  package let antennaAltitude: Length?

  /// The radar sees the target at no height here, or none below 65,533 m.
  package static let notSeen = UInt16.max
  /// Unknown ground leaves open whether it sees the target.
  package static let unknown = UInt16.max - 1

  /// The floor of the first station of a coverage.
  /// - Parameter workers: How many rows are looked at a time; the answer is the same for any number.
  /// - Throws: ``TerrainError`` when PROJ has no way from the terrain's system.
  package init(of coverage: TerrainCoverage, target: Target, workers: Int = 1) throws(TerrainError) {
    let (region, floor) = (coverage.region, coverage.floors[0])
    let frame = region.grid.frame
    (rows, columns, step) = (frame.rows, frame.columns, region.reduction)
    antennaAltitude = floor.antennaAltitude
    let (right, bottom) = (Double(frame.columns) - 0.5, Double(frame.rows) - 0.5)
    corners =
      frame.rows * frame.columns == 0
      ? []
      : try region.positions(columns: [-0.5, right, -0.5, right], rows: [-0.5, -0.5, bottom, bottom]).compactMap(\.self)
    guard let view = floor.view(of: target) else {
      heights = [UInt16](repeating: Self.notSeen, count: frame.rows * frame.columns)
      return
    }
    let ground = region.lowest ?? region.grid
    let size = 64
    let parts = Parallel.map(
      stride(from: 0, to: frame.rows, by: size).map { $0..<min($0 + size, frame.rows) }, workers: workers
    ) { rows in
      var sight = RowSight(stations: 1, columns: frame.columns, heights: 0)
      var heights = [UInt16](repeating: Self.notSeen, count: rows.count * frame.columns)
      for row in rows {
        sight.spans[0] = 0..<0
        floor.see(row: row, view, into: &sight, of: 0, columns: frame.columns)
        let (first, source) = ((row - rows.lowerBound) * frame.columns, row * frame.columns)
        for column in sight.spans[0] {
          let (lowest, highest) = (sight.lowest[column], sight.highest[column])
          guard lowest.isNaN || lowest <= highest else { continue }
          // A comparison with NaN is false.
          let height = (lowest - Double(ground.cells[source + column])).rounded(.up)
          heights[first + column] =
            height.isNaN ? Self.unknown : height < Double(Self.unknown) ? UInt16(max(height, 0)) : Self.notSeen
        }
      }
      return heights
    }
    heights = Array(parts.joined())
  }
}
