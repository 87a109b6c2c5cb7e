public import GeoFiles
public import Geodesy
public import Units

extension Terrain {
  /// The same ground with something on it.
  /// - Parameter cover: What stands there; nil: nothing.
  /// - Throws: ``TerrainError`` when PROJ has no way to or from the grid's system.
  public func covered(by cover: GroundCover?) throws(TerrainError) -> Terrain {
    var covered = self
    guard let cover else {
      covered.coverLayer = nil
      return covered
    }
    covered.coverLayer = try CoverLayer(cover, over: self)
    return covered
  }

  /// What stands on the ground; nil for nothing.
  public var cover: GroundCover? { coverLayer?.cover }

  /// Reads a window of what hides: the ground with what stands on it.
  /// - Parameters:
  ///   - rows: Rows of the mosaic.
  ///   - columns: Columns of the mosaic.
  ///   - antenna: Where an antenna stands, around which the ground is clear as well; nil for none.
  /// - Returns: Metres above mean sea level; NaN where the ground or its cover is unknown. Without cover it is what
  ///   ``read(rows:columns:reusing:)`` gives, bit for bit.
  /// - Throws: ``TerrainError`` when a file cannot be read or PROJ has no way to or from the grid's system.
  public func surface(
    rows: Range<Int>, columns: Range<Int>, from antenna: Position? = nil
  ) throws(TerrainError) -> Grid<Float> {
    let ground: Grid<Float>
    do { ground = try read(rows: rows, columns: columns) } catch { throw .file(error) }
    return try surface(over: ground, rows: rows, columns: columns, from: antenna)
  }

  /// The same over ground that has been read.
  /// - Parameter ground: What ``read(rows:columns:reusing:)`` gives for the window.
  public func surface(
    over ground: Grid<Float>, rows: Range<Int>, columns: Range<Int>, from antenna: Position? = nil
  ) throws(TerrainError) -> Grid<Float> {
    guard let coverLayer, !ground.cells.isEmpty else { return ground }
    let base = columns.lowerBound + firstColumn..<columns.upperBound + firstColumn
    var heights = try coverLayer.heights(over: ground.cells, rows: rows, columns: base, of: self)
    if let antenna { try free(&heights, rows: rows, columns: columns, around: antenna) }
    var surface = ground
    for index in heights.indices { surface.cells[index] += heights[index] }
    return surface
  }

  /// Reads the window of what hides that holds the circle around an antenna, as ``read(around:radius:limit:)`` reads the
  /// ground.
  public func surface(around antenna: Position, radius: Length) throws(TerrainError) -> Grid<Float> {
    let ground = try read(around: antenna, radius: radius)
    guard coverLayer != nil else { return ground }
    let (rows, columns): (Range<Int>, Range<Int>)
    do { (rows, columns) = try window(around: antenna, radius: radius) } catch { throw .geodesy(error) }
    return try surface(over: ground, rows: rows, columns: columns, from: antenna)
  }

  /// The posts around an antenna that its own clearing may free, with their bare ground; nil without cover.
  package func clearing(around antenna: Position) throws(TerrainError) -> (rows: Range<Int>, columns: Range<Int>)? {
    guard let cover else { return nil }
    do {
      let posts = try ClearedPosts(around: antenna, radius: cover.clearing, of: self)
      return (posts.rows, posts.columns.lowerBound - firstColumn..<posts.columns.upperBound - firstColumn)
    } catch { throw .geodesy(error) }
  }

  private func free(
    _ heights: inout [Float], rows: Range<Int>, columns: Range<Int>, around antenna: Position
  ) throws(TerrainError) {
    guard let cover else { return }
    do {
      let base = columns.lowerBound + firstColumn..<columns.upperBound + firstColumn
      try ClearedPosts(around: antenna, radius: cover.clearing, of: self).free(
        &heights, rows: rows, columns: base, circle: columnsAroundTheEarth)
    } catch { throw .geodesy(error) }
  }
}
