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

  /// The same terrain whose ground hides as if it stood so much higher than the files say, or lower.
  ///
  /// Within ``TerrainReading/errorRadius`` of an antenna it stands as the files say: there the ground shares the error of
  /// the antenna's own. Posts at exactly 0 m, as most terrain has the sea, are not off. Heights above ground still count from
  /// the ground as it is in the files.
  /// - Parameter height: How much higher; negative for lower. Without a call it is the error that is stated.
  public func raised(by height: Length) -> Terrain {
    var raised = self
    raised.otherRaise = height
    return raised
  }

  /// How much higher than the files say what hides is taken to stand.
  public var raise: Length { otherRaise ?? reading.error }

  /// Whether what hides is anything else than the ground.
  public var hasSurface: Bool { coverLayer != nil || raise != .zero }

  /// Reads a window of what hides: the ground with what stands on it, and its error.
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
    guard hasSurface, !ground.cells.isEmpty else { return ground }
    var surface = ground
    if let coverLayer {
      let base = columns.lowerBound + firstColumn..<columns.upperBound + firstColumn
      var heights = try coverLayer.heights(over: ground.cells, rows: rows, columns: base, of: self)
      if let antenna {
        try free(&heights, rows: rows, columns: columns, around: antenna, radius: coverLayer.cover.clearing)
      }
      for index in heights.indices { surface.cells[index] += heights[index] }
    }
    if raise != .zero {
      var heights = ground.cells.map { $0 == 0 ? 0 : Float(raise.metres) }
      if let antenna {
        try free(&heights, rows: rows, columns: columns, around: antenna, radius: reading.errorRadius)
      }
      for index in heights.indices { surface.cells[index] += heights[index] }
    }
    return surface
  }

  /// Reads the window of what hides that holds the circle around an antenna, as ``read(around:radius:limit:)`` reads the
  /// ground.
  public func surface(around antenna: Position, radius: Length) throws(TerrainError) -> Grid<Float> {
    let ground = try read(around: antenna, radius: radius)
    guard hasSurface else { return ground }
    let (rows, columns): (Range<Int>, Range<Int>)
    do { (rows, columns) = try window(around: antenna, radius: radius) } catch { throw .geodesy(error) }
    return try surface(over: ground, rows: rows, columns: columns, from: antenna)
  }

  /// The posts around an antenna that its own clearing may free, or that share its error; nil where the ground alone hides.
  package func clearing(around antenna: Position) throws(TerrainError) -> (rows: Range<Int>, columns: Range<Int>)? {
    guard hasSurface else { return nil }
    let radius = max(cover?.clearing ?? .zero, raise == .zero ? .zero : reading.errorRadius)
    do {
      let posts = try ClearedPosts(around: antenna, radius: radius, of: self)
      return (posts.rows, posts.columns.lowerBound - firstColumn..<posts.columns.upperBound - firstColumn)
    } catch { throw .geodesy(error) }
  }

  private func free(
    _ heights: inout [Float], rows: Range<Int>, columns: Range<Int>, around antenna: Position, radius: Length
  ) throws(TerrainError) {
    do {
      let base = columns.lowerBound + firstColumn..<columns.upperBound + firstColumn
      try ClearedPosts(around: antenna, radius: radius, of: self).free(
        &heights, rows: rows, columns: base, circle: columnsAroundTheEarth)
    } catch { throw .geodesy(error) }
  }
}
