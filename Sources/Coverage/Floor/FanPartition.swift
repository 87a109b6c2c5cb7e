internal import Foundation

/// Which quadrant of a fan gives each post its floor: every post belongs to exactly one.
///
/// Row by row the posts between the two diagonal rays belong to the quadrant that crosses rows, the others to those that
/// cross columns; the diagonals are geodesics and bend with the grid.
struct FanPartition: Sendable {
  /// First post of each row that belongs to the quadrant that crosses rows.
  private(set) var low: [Int]
  /// First post behind those.
  private(set) var high: [Int]
  private let column: Double
  private let row: Double

  init(north: FanSurface, south: FanSurface, problem: FloorProblem) {
    let (column, row) = (problem.antennaColumn, problem.antennaRow)
    self.column = column
    self.row = row
    let middle = Int(column.rounded(.up))
    var low = [Int](repeating: middle, count: problem.rows)
    var high = low
    func walk(_ rows: some Sequence<Int>, _ surface: FanSurface) {
      var (lowest, highest) = (middle, middle)
      let (lowEdge, highEdge) = (surface.edge(-1), surface.edge(1))
      for r in rows {
        let y = abs(Double(r) - row)
        if y > 0, y <= surface.reach {
          // Rounding must not hand a post on the very diagonal to nobody; far outside the grid the value saturates.
          func post(_ edge: FanSurface.Edge) -> Int {
            Int(min(max(edge.place(y: y), -1e9), 1e9).rounded(.up)) + surface.lateralOrigin
          }
          lowest = min(lowest, post(lowEdge))
          highest = max(highest, post(highEdge))
        }
        low[r] = lowest
        high[r] = highest
      }
    }
    let first = min(max(Int(row.rounded(.up)), 0), problem.rows)
    walk(first..<problem.rows, south)
    walk((0..<first).reversed(), north)
    self.low = low
    self.high = high
  }

  /// The posts of a line that belong to a quadrant: columns of a row, or rows of a column.
  func posts(ofLine line: Int, _ quadrant: FanQuadrant, rowsNear cursor: inout Range<Int>) -> Range<Int> {
    if quadrant.crossesRows { return low[line]..<max(low[line], high[line]) }
    // Rows near the antenna's for which the column lies beyond the diagonal; with distance there are more of them.
    func isOurs(_ r: Int) -> Bool { quadrant.sign > 0 ? line >= high[r] : line < low[r] }
    var (top, bottom) = (cursor.lowerBound, cursor.upperBound)
    while top > 0, isOurs(top - 1) { top -= 1 }
    while bottom < low.count, isOurs(bottom) { bottom += 1 }
    cursor = top..<bottom
    return cursor
  }
}
