internal import CGDAL

extension RasterWriter {
  /// Takes the windows of a raster that is being written: one at a time, from any thread.
  public struct Sink<Cell: RasterCell>: ~Copyable, @unchecked Sendable {
    let dataset: Dataset
    let frame: GridFrame
    let path: String

    /// Writes a window.
    /// - Parameter cells: Row by row; as many as the window has.
    /// - Throws: ``GeoFileError`` with code `unwritable`.
    public func write(_ cells: [Cell], rows: Range<Int>, columns: Range<Int>) throws(GeoFileError) {
      precondition(cells.count == rows.count * columns.count, "a window has rows × columns cells")
      guard !cells.isEmpty else { return }
      var cells = cells
      if frame.order.isTurned { frame.turn(&cells, rows: rows.count, columns: columns.count, pitch: columns.count) }
      try GDALLibrary.use { (messages) throws(GeoFileError) in
        guard writeTurned(cells, rows, columns, pitch: columns.count) == CE_None else {
          throw RasterWriter.failure(path, "cannot be written", messages)
        }
      }
    }

    /// Writes a window block by block, past GDAL's cache of blocks.
    /// - Parameter fill: Takes some rows and columns of the window, all in one block, and sets their cells: row by row, with
    ///   ``RasterWriter/blockSide`` from one row to the next.
    /// - Throws: ``GeoFileError`` with code `unwritable`.
    package func writeBlocks(
      rows: Range<Int>, columns: Range<Int>,
      _ fill: (_ rows: Range<Int>, _ columns: Range<Int>, _ cells: inout [Cell]) -> Void
    ) throws(GeoFileError) {
      let side = RasterWriter.blockSide
      var cells = [Cell](unsafeUninitializedCapacity: side * side) { memory, count in
        UnsafeMutableRawBufferPointer(memory).initializeMemory(as: UInt8.self, repeating: 0)
        count = side * side
      }
      // GDAL reports its errors to the thread that meets them.
      try GDALLibrary.use { (messages) throws(GeoFileError) in
        for (blockRow, theseRows) in RasterFile.parts(of: rows, side) {
          for (blockColumn, theseColumns) in RasterFile.parts(of: columns, side) {
            fill(theseRows, theseColumns, &cells)
            guard write(&cells, theseRows, theseColumns, block: (blockRow, blockColumn)) == CE_None else {
              throw RasterWriter.failure(path, "cannot be written", messages)
            }
          }
        }
      }
    }

    /// Writes rows and columns of one block.
    private func write(
      _ cells: inout [Cell], _ rows: Range<Int>, _ columns: Range<Int>, block: (row: Int, column: Int)
    ) -> CPLErr {
      let side = RasterWriter.blockSide
      let isWhole =
        !frame.order.isTurned && rows.count == min(side, frame.rows - block.row * side)
        && columns.count == min(side, frame.columns - block.column * side)
      if isWhole {
        return GDALWriteBlock(GDALGetRasterBand(dataset.handle, 1), Int32(block.column), Int32(block.row), &cells)
      }
      frame.turn(&cells, rows: rows.count, columns: columns.count, pitch: side)
      return writeTurned(cells, rows, columns, pitch: side)
    }

    /// Writes a window whose cells are in the order of the file.
    private func writeTurned(_ cells: [Cell], _ rows: Range<Int>, _ columns: Range<Int>, pitch: Int) -> CPLErr {
      let size = MemoryLayout<Cell>.stride
      return cells.withUnsafeBytes { bytes in
        GDALRasterIO(
          GDALGetRasterBand(dataset.handle, 1), GF_Write, Int32(frame.turned(columns: columns).lowerBound),
          Int32(frame.turned(rows: rows).lowerBound), Int32(columns.count), Int32(rows.count),
          UnsafeMutableRawPointer(mutating: bytes.baseAddress), Int32(columns.count), Int32(rows.count),
          GDALGetDataTypeByName(Cell.rasterTypeName), Int32(size), Int32(size * pitch))
      }
    }
  }
}
