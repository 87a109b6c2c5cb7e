/// Counts and copies the floors of a raster while it is written.
protocol RasterTally {
  /// Posts within the range, and those beyond whose floor is known.
  var posts: Int { get }
  /// Posts within the range whose floor is unknown.
  var unknown: Int { get }
  /// Posts at which limits of the radar leave no altitude.
  var blind: Int { get }
  /// Posts that are seen at ``FloorRaster/heights``, in their order.
  var seen: [Int] { get }

  /// Counts and copies the floors of a part of a row.
  /// - Parameters:
  ///   - floors: Lines of sight, one for each column.
  ///   - ground: The ground below them.
  ///   - out: Takes the floors, with ``FloorRaster/noData`` where there is none.
  ///   - row: The row of the terrain.
  ///   - columns: The columns of the terrain.
  ///   - inRange: The columns of the row within the range.
  mutating func add(
    floors: UnsafePointer<Float>, ground: UnsafePointer<Float>, out: UnsafeMutablePointer<Float>, row: Int,
    columns: Range<Int>, inRange: Range<Int>)
}
