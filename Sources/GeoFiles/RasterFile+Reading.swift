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

  /// Reads a window block by block, from the file opened once.
  /// - Parameters:
  ///   - rows: Rows of the raster.
  ///   - columns: Columns of the raster.
  ///   - body: Takes the rows, the columns and the cells of the next blocks, row by row: about 1 MB, or a single block.
  /// - Throws: ``GeoFileError`` with code `corrupt` when the file cannot be read there.
  public func forEachBlock(
    rows: Range<Int>, columns: Range<Int>,
    _ body: (_ rows: Range<Int>, _ columns: Range<Int>, _ cells: [Float]) -> Void
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
      var cells: [Float] = []
      var mask: [UInt8] = []
      let step = blocksAtATime
      for (_, theseRows) in Self.parts(of: rows, step.rows) {
        for (_, theseColumns) in Self.parts(of: columns, step.columns) {
          let count = theseRows.count * theseColumns.count
          Self.resize(&cells, count, 0)
          guard read(band, theseRows, theseColumns, &cells, GDT_Float32), messages.failures.isEmpty else {
            throw failure(theseRows)
          }
          if let noData { Self.erase(noData, in: &cells) }
          if hasMask {
            Self.resize(&mask, count, 0)
            guard read(GDALGetMaskBand(band), theseRows, theseColumns, &mask, GDT_Byte), messages.failures.isEmpty
            else { throw failure(theseRows) }
            for index in cells.indices where mask[index] == 0 { cells[index] = .nan }
          }
          if scale != 1 || offset != 0 {
            for index in cells.indices { cells[index] = Float(Double(cells[index]) * scale + offset) }
          }
          body(theseRows, theseColumns, cells)
        }
      }
    }
  }

  /// Whole blocks that a processor's cache holds, so that none is unpacked twice; of a tall strip a part of its rows.
  private var blocksAtATime: (rows: Int, columns: Int) {
    let limit = 1 << 18
    let block = blockSize.rows * blockSize.columns
    if blockSize.columns >= frame.columns {
      let rows = max(1, limit / frame.columns)
      return (rows >= blockSize.rows ? rows / blockSize.rows * blockSize.rows : rows, frame.columns)
    }
    return (blockSize.rows, max(1, limit / block) * blockSize.columns)
  }

  /// A range cut at the multiples of a step, each with its place among the steps.
  static func parts(of range: Range<Int>, _ step: Int) -> [(place: Int, part: Range<Int>)] {
    guard !range.isEmpty else { return [] }
    return (range.lowerBound / step...(range.upperBound - 1) / step).map {
      ($0, ($0 * step..<($0 + 1) * step).clamped(to: range))
    }
  }

  private static func resize<Cell>(_ cells: inout [Cell], _ count: Int, _ value: Cell) {
    if cells.count > count { cells.removeLast(cells.count - count) }
    if cells.count < count { cells += repeatElement(value, count: count - cells.count) }
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
    for index in cells.indices {
      let value = cells[index]
      cells[index] = value == void || value.magnitude == .infinity ? .nan : value
    }
  }
}
