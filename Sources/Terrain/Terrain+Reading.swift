public import GeoFiles
public import Geodesy
public import Units

extension Terrain {
  /// Reads a window, from as many tiles as it crosses.
  ///
  /// The window may reach beyond the frame: there no tile is, and around the Earth the columns begin again.
  /// - Parameters:
  ///   - rows: Rows of the mosaic.
  ///   - columns: Columns of the mosaic.
  ///   - memory: Cells that are no longer needed, whose memory is used again.
  /// - Returns: Metres above mean sea level; NaN where the ground is unknown.
  /// - Throws: ``GeoFileError`` with code `corrupt` when a tile cannot be read.
  /// - Complexity: proportional to the cells, whatever the size of the terrain. Memory: 4 bytes a cell, and about
  ///   20 MB for GDAL.
  public func read(
    rows: Range<Int>, columns: Range<Int>, reusing memory: consuming [Float] = []
  ) throws(GeoFileError) -> Grid<Float> {
    let base = columns.lowerBound + firstColumn..<columns.upperBound + firstColumn
    var cells = try readTiles(rows: rows, columns: base, reusing: memory)
    try surface?.lay(on: &cells, rows: rows, columns: base, of: self)
    if !isWhole(rows: rows, columns: base) {
      let open: Float = missing == .sea ? 0 : .nan
      for index in cells.indices where cells[index] == -.infinity { cells[index] = open }
    }
    return Grid(frame: frame.window(rows: rows, columns: columns), cells: cells)
  }

  /// Whether one tile as it is gives a window, in which every cell then is one of it.
  private func isWhole(rows: Range<Int>, columns: Range<Int>) -> Bool {
    let parts = parts(rows: rows, columns: columns)
    return parts.count == 1 && parts[0].rows == rows && parts[0].columns == columns && parts[0].tile.spread == nil
  }

  /// The parts of tiles in a window, each with the columns that its tile covers there.
  private func parts(
    rows: Range<Int>, columns: Range<Int>
  ) -> [(tile: Tile, turn: Range<Int>, rows: Range<Int>, columns: Range<Int>)] {
    tiles.flatMap { tile in
      turns(of: tile, over: columns).map { turn in
        (tile: tile, turn: turn, rows: tile.rows.clamped(to: rows), columns: turn.clamped(to: columns))
      }.filter { !$0.rows.isEmpty && !$0.columns.isEmpty }
    }
  }

  /// Reads a window as the tiles have it, columns counted as they are laid.
  /// - Returns: Metres above mean sea level; NaN where a tile has no value, minus infinity where no tile is.
  func readTiles(
    rows: Range<Int>, columns: Range<Int>, reusing memory: consuming [Float] = []
  ) throws(GeoFileError) -> [Float] {
    let parts = parts(rows: rows, columns: columns)
    var cells = [Float].undefined(rows.count * columns.count, reusing: memory)
    let isWhole = isWhole(rows: rows, columns: columns)
    if !isWhole {
      // Where no tile is, that is marked until all tiles are in: a void of a tile is not the sea.
      for index in cells.indices { cells[index] = -.infinity }
    }
    for (tile, turn, theseRows, theseColumns) in parts {
      guard tile.spread == nil else {
        try tile.laySpread(
          rows: theseRows, columns: theseColumns, firstColumn: turn.lowerBound, on: &cells, of: rows, columns)
        continue
      }
      try tile.file.forEachBlock(
        rows: theseRows.lowerBound - tile.firstRow..<theseRows.upperBound - tile.firstRow,
        columns: theseColumns.lowerBound - turn.lowerBound..<theseColumns.upperBound - turn.lowerBound
      ) { blockRows, blockColumns, values in
        cells.withUnsafeMutableBufferPointer { cells in
          values.withUnsafeBufferPointer { values in
            let (firstRow, firstColumn) = (tile.firstRow - rows.lowerBound, turn.lowerBound - columns.lowerBound)
            for (index, row) in blockRows.enumerated() {
              let target = (row + firstRow) * columns.count + blockColumns.lowerBound + firstColumn
              let source = index * blockColumns.count
              tile.lay(
                UnsafeBufferPointer(rebasing: values[source..<source + blockColumns.count]),
                on: UnsafeMutableBufferPointer(rebasing: cells[target..<target + blockColumns.count]), isFirst: isWhole)
            }
          }
        }
      }
    }
    for tile in tiles where tile.spread != nil {
      for turn in turns(of: tile, over: columns) {
        try tile.fillMargins(turned: turn.lowerBound, on: &cells, of: rows, columns)
      }
    }
    return cells
  }

  /// Reads the window that holds a circle.
  ///
  /// It ends where the frame ends, unless missing tiles are the sea: then it holds the whole circle.
  /// - Parameters:
  ///   - centre: The middle of the circle.
  ///   - radius: Its radius along the ground.
  ///   - limit: The most cells that may be read; each takes 4 bytes.
  /// - Returns: Metres above mean sea level; NaN where the ground is unknown. Its frame says where it lies; it has no
  ///   cells when the circle lies outside the terrain.
  /// - Throws: ``TerrainError``: `file` with code `tooLarge` when the circle holds more cells than the limit.
  public func read(
    around centre: Position, radius: Length, limit: Int = 500_000_000
  ) throws(TerrainError) -> Grid<Float> {
    let (rows, columns): (Range<Int>, Range<Int>)
    do { (rows, columns) = try window(around: centre, radius: radius) } catch { throw .geodesy(error) }
    let (cells, isBeyond) = rows.count.multipliedReportingOverflow(by: columns.count)
    guard !isBeyond, cells <= limit else {
      throw .file(
        GeoFileError(
          .tooLarge, path: name,
          problem: "a circle of \(Int(radius.kilometres)) km holds \(rows.count) × \(columns.count) cells "
            + "(\((Double(rows.count) * Double(columns.count) / 250_000).fixed(0)) MB), more than the \(limit / 250_000) MB that are allowed",
          remedy: "a coarser terrain serves such a range: gdalwarp -r max -tr \(frame.stepX * 3) \(-frame.stepY * 3)"))
    }
    do { return try read(rows: rows, columns: columns) } catch { throw .file(error) }
  }

  /// The whole terrain, row block by row block, for what needs every cell once.
  /// - Parameters:
  ///   - progress: Called with the rows done so far.
  ///   - body: Takes a block of full rows, of at most about 32 MB.
  /// - Throws: ``GeoFileError`` with code `corrupt` when a tile cannot be read.
  public func forEachBlock(
    progress: (Int) -> Void = { _ in }, _ body: (Grid<Float>) -> Void
  ) throws(GeoFileError) {
    let step = max(1, min(frame.rows, 8_000_000 / max(1, frame.columns)))
    for start in stride(from: 0, to: frame.rows, by: step) {
      let end = min(frame.rows, start + step)
      body(try read(rows: start..<end, columns: 0..<frame.columns))
      progress(end)
    }
  }

  /// The columns that a tile covers: once, and on a grid of degrees also a turn around the Earth to either side.
  private func turns(of tile: Tile, over columns: Range<Int>) -> [Range<Int>] {
    guard let circle = columnsAroundTheEarth else { return [tile.columns] }
    return [0, -circle, circle].map { tile.columns.lowerBound + $0..<tile.columns.upperBound + $0 }
  }

  /// Whether the columns are a whole turn around the Earth.
  public var isAroundTheEarth: Bool { columnsAroundTheEarth.map { frame.columns >= $0 } ?? false }

  /// How many columns go around the Earth; nil on a grid of metres or where columns do not meet after a turn.
  var columnsAroundTheEarth: Int? {
    guard isGeographic else { return nil }
    let count = 360 / frame.stepX
    return abs(count - count.rounded()) < 0.01 && count < 1e8 ? Int(count.rounded()) : nil
  }
}

extension Terrain.Tile {
  /// Lays values of the file, in metres, on cells that have none yet; NaN for what is not an elevation.
  ///
  /// Where tiles overlap, the first one with a value gives it; neither NaN nor the mark of the sea is above the mark.
  /// - Parameter isFirst: Whether no cell has a value, nor is defined.
  func lay(_ values: UnsafeBufferPointer<Float>, on cells: UnsafeMutableBufferPointer<Float>, isFirst: Bool) {
    let (lowest, highest) = (Terrain.plausible.lowerBound, Terrain.plausible.upperBound)
    if isFirst, metresPerUnit == 1 {
      for index in 0..<cells.count {
        let value = values[index]
        cells[index] = value >= lowest && value <= highest && value != Terrain.unstatedVoid ? value : .nan
      }
      return
    }
    for index in 0..<cells.count where isFirst || !(cells[index] > -.infinity) {
      let metres = metresPerUnit == 1 ? values[index] : Float(Double(values[index]) * metresPerUnit)
      cells[index] = metres >= lowest && metres <= highest && values[index] != Terrain.unstatedVoid ? metres : .nan
    }
  }
}
