internal import CGDAL

extension RasterFile {
  /// Reads a window.
  /// - Parameters:
  ///   - rows: Rows of the raster.
  ///   - columns: Columns of the raster.
  /// - Returns: Row by row, with scale and offset applied; cells without a value are NaN.
  /// - Throws: ``GeoFileError`` with code `corrupt` when the file cannot be read there.
  public func readFloats(rows: Range<Int>, columns: Range<Int>) throws(GeoFileError) -> [Float] {
    var cells: [Float] = []
    cells.reserveCapacity(rows.count * columns.count)
    try forEachBlock(rows: rows, columns: columns) { _, block in cells += block }
    return cells
  }

  /// Reads a window, some rows at a time, from the file opened once.
  /// - Parameters:
  ///   - rows: Rows of the raster.
  ///   - columns: Columns of the raster.
  ///   - body: Takes the next rows and their cells: at most 16 MB, or a single row.
  /// - Throws: ``GeoFileError`` with code `corrupt` when the file cannot be read there.
  public func forEachBlock(
    rows: Range<Int>, columns: Range<Int>, _ body: (_ rows: Range<Int>, _ cells: [Float]) -> Void
  ) throws(GeoFileError) {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= frame.rows && columns.lowerBound >= 0
        && columns.upperBound <= frame.columns, "a window lies in its raster")
    guard !rows.isEmpty, !columns.isEmpty else { return }
    try GDALLibrary.use { (messages) throws(GeoFileError) in
      func failure(_ rows: Range<Int>) -> GeoFileError {
        GeoFileError(
          .corrupt, path: path,
          problem: "cannot be read in rows \(rows.lowerBound) to \(rows.upperBound - 1) "
            + "(\(messages.failure(otherwise: "GDAL gives no reason")))", remedy: "fetch or make the file again")
      }
      guard let dataset = Dataset(readingRaster: source), let band = GDALGetRasterBand(dataset.handle, 1) else {
        throw failure(rows)
      }
      // Whole rows of blocks, so that none is unpacked twice.
      let limit = max(1, 4_000_000 / columns.count)
      let step = limit >= blockSize.rows ? limit / blockSize.rows * blockSize.rows : limit
      var start = rows.lowerBound
      while start < rows.upperBound {
        let part = start..<min(rows.upperBound, (start / step + 1) * step)
        var cells = [Float](repeating: .nan, count: part.count * columns.count)
        guard read(band, part, columns, &cells, GDT_Float32), messages.failures.isEmpty else { throw failure(part) }
        if let noData { Self.erase(noData, in: &cells) }
        if hasMask {
          var mask = [UInt8](repeating: 0, count: cells.count)
          guard read(GDALGetMaskBand(band), part, columns, &mask, GDT_Byte), messages.failures.isEmpty else {
            throw failure(part)
          }
          for index in cells.indices where mask[index] == 0 { cells[index] = .nan }
        }
        if scale != 1 || offset != 0 {
          for index in cells.indices { cells[index] = Float(Double(cells[index]) * scale + offset) }
        }
        body(part, cells)
        start = part.upperBound
      }
    }
  }

  private func read<Cell: BitwiseCopyable>(
    _ band: GDALRasterBandH?, _ rows: Range<Int>, _ columns: Range<Int>, _ cells: inout [Cell], _ type: GDALDataType
  ) -> Bool {
    GDALRasterIO(
      band, GF_Read, Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(columns.count), Int32(rows.count),
      &cells, Int32(columns.count), Int32(rows.count), type, 0, 0) == CE_None
  }

  /// Makes the cells of a value NaN.
  private static func erase(_ noData: Double, in cells: inout [Float]) {
    // GDAL brings doubles beyond the floats to their end.
    let void = Float(max(-Double(Float.greatestFiniteMagnitude), min(Double(Float.greatestFiniteMagnitude), noData)))
    for index in cells.indices where cells[index] == void || cells[index].isInfinite { cells[index] = .nan }
  }
}
