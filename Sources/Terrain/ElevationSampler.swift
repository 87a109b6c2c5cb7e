package import GeoFiles
package import Units

/// Elevations out of a window in memory, for many readings by several tasks.
package struct ElevationSampler: Sendable {
  /// The window.
  package let grid: Grid<Float>
  private let firstRow: Int
  private let firstColumn: Int
  private let outside: Float

  /// A sampler over a window of a terrain.
  /// - Parameters:
  ///   - grid: The window.
  ///   - firstRow: The row of the terrain in which it begins.
  ///   - firstColumn: The column of the terrain in which it begins.
  ///   - outside: What lies beyond the window.
  package init(_ grid: Grid<Float>, firstRow: Int = 0, firstColumn: Int = 0, outside: MissingTerrain = .unknown) {
    self.grid = grid
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.outside = outside == .sea ? 0 : .nan
  }

  /// The elevation at a fractional column and row of the terrain, bilinear; nil where a cell with weight is unknown.
  package func elevation(column: Double, row: Double) -> Length? {
    guard column.magnitude < 1e9, row.magnitude < 1e9 else { return nil }
    let (column, row) = (Self.snapped(column), Self.snapped(row))
    let (left, top) = (column.rounded(.down), row.rounded(.down))
    let (u, v) = (column - left, row - top)
    var sum = 0.0
    for (dx, dy, weight) in [(0, 0, (1 - u) * (1 - v)), (1, 0, u * (1 - v)), (0, 1, (1 - u) * v), (1, 1, u * v)]
    where weight > 0 {
      let (r, c) = (Int(top) + dy - firstRow, Int(left) + dx - firstColumn)
      let isInside = r >= 0 && c >= 0 && r < grid.frame.rows && c < grid.frame.columns
      let post = isInside ? grid[r, c] : outside
      guard !post.isNaN else { return nil }
      sum += weight * Double(post)
    }
    return .metres(sum)
  }

  /// A millionth of a cell next to a post is on it: the rounding of degrees shall give no weight to a void beyond it.
  static func snapped(_ place: Double) -> Double {
    let post = place.rounded()
    return abs(place - post) < 1e-6 ? post : place
  }
}
