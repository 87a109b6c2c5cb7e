internal import CGDAL

extension RasterFile {
  /// Reads a window.
  /// - Parameters:
  ///   - rows: Rows of the raster.
  ///   - columns: Columns of the raster.
  /// - Returns: Row by row, with scale and offset applied; cells without a value are NaN.
  /// - Throws: ``GeoFileError`` with code `corrupt` when the file cannot be read there.
  public func readFloats(rows: Range<Int>, columns: Range<Int>) throws(GeoFileError) -> [Float] {
    var cells = [Float].undefined(rows.count * columns.count)
    try forEachBlock(rows: rows, columns: columns) { blockRows, blockColumns, block in
      for (index, row) in blockRows.enumerated() {
        let target = (row - rows.lowerBound) * columns.count + blockColumns.lowerBound - columns.lowerBound
        let source = index * blockColumns.count
        for column in 0..<blockColumns.count { cells[target + column] = block[source + column] }
      }
    }
    return cells
  }

  /// Reads a window block by block, from the file opened once, or from the cache.
  /// - Parameters:
  ///   - rows: Rows of the raster.
  ///   - columns: Columns of the raster.
  ///   - body: Takes the rows, the columns and the cells of the next block, row by row.
  /// - Throws: ``GeoFileError`` with code `corrupt` when the file cannot be read there.
  public func forEachBlock(
    rows: Range<Int>, columns: Range<Int>,
    _ body: (_ rows: Range<Int>, _ columns: Range<Int>, _ cells: [Float]) -> Void
  ) throws(GeoFileError) {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= frame.rows && columns.lowerBound >= 0
        && columns.upperBound <= frame.columns, "a window lies in its raster")
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let given = cache?.give(self, rows: rows, columns: columns, to: body) ?? 0
    guard given < rows.count else { return }
    try forEachStoredBlock(rows: rows.dropFirst(given), columns: columns, body)
  }

  /// The same, always from the file.
  func forEachStoredBlock(
    rows: Range<Int>, columns: Range<Int>,
    _ body: (_ rows: Range<Int>, _ columns: Range<Int>, _ cells: [Float]) -> Void
  ) throws(GeoFileError) {
    try GDALLibrary.use { (messages) throws(GeoFileError) in
      func failure(_ rows: Range<Int>) -> GeoFileError {
        // GDAL reports a file that is gone once, to whoever reads first.
        let gone = driver == "VRT" ? VRTCheck.missing(from: path).first.map { "\($0) is missing" } : nil
        return GeoFileError(
          .corrupt, path: path,
          problem: "cannot be read in rows \(rows.lowerBound) to \(rows.upperBound - 1) "
            + "(\(gone ?? messages.failure(otherwise: "GDAL gives no reason")))",
          remedy: driver == "VRT"
            ? "put the missing files where the mosaic names them, or make the mosaic again of those that are there"
            : "fetch or make the file again")
      }
      guard ArchiveCheck.isWhole(source, of: path), let dataset = Dataset(readingRaster: source, drivers: drivers),
        let band = GDALGetRasterBand(dataset.handle, 1)
      else { throw failure(rows) }
      var cells: [Float] = []
      var mask: [UInt8] = []
      var reader = BlockReader(band, blockSize)
      let step = blocksAtATime
      for (_, theseRows) in Self.parts(of: frame.turned(rows: rows), step.rows) {
        for (_, theseColumns) in Self.parts(of: frame.turned(columns: columns), step.columns) {
          guard reader.read(theseRows, theseColumns, into: &cells), messages.failures.isEmpty else {
            throw failure(theseRows)
          }
          if let noData { Self.erase(noData, in: &cells) }
          if hasMask {
            guard reader.readMask(theseRows, theseColumns, into: &mask), messages.failures.isEmpty else {
              throw failure(theseRows)
            }
            for index in cells.indices where mask[index] == 0 { cells[index] = .nan }
          }
          if scale != 1 || offset != 0 {
            for index in cells.indices { cells[index] = Float(Double(cells[index]) * scale + offset) }
          }
          frame.turn(&cells, rows: theseRows.count, columns: theseColumns.count, pitch: theseColumns.count)
          body(frame.turned(rows: theseRows), frame.turned(columns: theseColumns), cells)
        }
      }
    }
  }

  /// A block, so that none is unpacked twice; of a tall strip a part of its rows.
  var blocksAtATime: (rows: Int, columns: Int) {
    let isTall = blockSize.columns >= frame.columns && blockSize.rows * blockSize.columns > BlockReader.limit
    return (isTall ? max(1, BlockReader.limit / blockSize.columns) : blockSize.rows, blockSize.columns)
  }

  /// A range cut at the multiples of a step, each with its place among the steps.
  package static func parts(of range: Range<Int>, _ step: Int) -> [(place: Int, part: Range<Int>)] {
    guard !range.isEmpty else { return [] }
    return (range.lowerBound / step...(range.upperBound - 1) / step).map {
      ($0, ($0 * step..<($0 + 1) * step).clamped(to: range))
    }
  }

  /// Makes the cells of a value NaN.
  private static func erase(_ noData: Double, in cells: inout [Float]) {
    // GDAL brings doubles beyond the floats to their end.
    let void = Float(max(-Double(Float.greatestFiniteMagnitude), min(Double(Float.greatestFiniteMagnitude), noData)))
    for index in cells.indices {
      let value = cells[index]
      cells[index] = value == void || value.magnitude == .infinity ? .nan : value
    }
  }
}
