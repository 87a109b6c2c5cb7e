internal import GeoFiles
internal import Units

/// The lines of sight of a floor computed for a raster, kept for further questions.
public struct FloorSight: Sendable {
  /// Rows and columns of the terrain.
  let rows: Range<Int>
  let columns: Range<Int>
  /// How far they reach along the ground.
  let range: Length
  /// Lowest altitude in line of sight, metres, row by row; NaN where unknown or beyond the range.
  private(set) var cells: [Float]

  init(rows: Range<Int>, columns: Range<Int>, range: Length) {
    (self.rows, self.columns, self.range) = (rows, columns, range)
    cells = [Float](repeating: .nan, count: rows.count * columns.count)
  }

  /// Takes a part.
  mutating func set(_ part: [Float], rows: Range<Int>, columns: Range<Int>) {
    var source = 0
    for row in rows {
      let target = (row - self.rows.lowerBound) * self.columns.count + columns.lowerBound - self.columns.lowerBound
      cells.replaceSubrange(target..<target + columns.count, with: part[source..<source + columns.count])
      source += columns.count
    }
  }

  /// Those of a window of the terrain, row by row; NaN where there are none.
  func cells(of window: TerrainRegion.Window) -> [Float] {
    var wanted = [Float](repeating: .nan, count: window.count)
    let shared = window.columns.clamped(to: columns)
    for row in window.rows.clamped(to: rows) where !shared.isEmpty {
      let target = (row - window.rows.lowerBound) * window.columns.count - window.columns.lowerBound
      let source = (row - rows.lowerBound) * columns.count - columns.lowerBound
      for column in shared { wanted[target + column] = cells[source + column] }
    }
    return wanted
  }
}
