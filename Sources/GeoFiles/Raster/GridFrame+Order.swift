extension GridFrame {
  /// The frame of a file, in the order of memory.
  /// - Parameter transform: GDAL's six numbers: outer corner and steps.
  init(columns: Int, rows: Int, transform: [Double], crs: String) {
    self.init(
      columns: columns, rows: rows, firstX: transform[0] + transform[1] / 2, firstY: transform[3] + transform[5] / 2,
      stepX: transform[1], stepY: transform[5], crs: crs)
    if stepX < 0 {
      order.isEastFirst = true
      firstX += Double(columns - 1) * stepX
      stepX = -stepX
    }
    if stepY > 0 {
      order.isSouthFirst = true
      firstY += Double(rows - 1) * stepY
      stepY = -stepY
    }
  }

  /// GDAL's six numbers of a file on this frame: outer corner and steps, in the order of the file.
  var transform: [Double] {
    let (x, y) = (order.isEastFirst ? -stepX : stepX, order.isSouthFirst ? -stepY : stepY)
    let cornerX = order.isEastFirst ? firstX + Double(columns - 1) * stepX : firstX
    let cornerY = order.isSouthFirst ? firstY + Double(rows - 1) * stepY : firstY
    return [cornerX - x / 2, x, 0, cornerY - y / 2, 0, y]
  }

  /// Rows of the file for rows in memory, and the other way round.
  func turned(rows: Range<Int>) -> Range<Int> {
    order.isSouthFirst ? self.rows - rows.upperBound..<self.rows - rows.lowerBound : rows
  }

  /// Columns of the file for columns in memory, and the other way round.
  func turned(columns: Range<Int>) -> Range<Int> {
    order.isEastFirst ? self.columns - columns.upperBound..<self.columns - columns.lowerBound : columns
  }

  /// Turns a window from the order of memory to that of the file, or back.
  /// - Parameters:
  ///   - cells: Row by row.
  ///   - rows: Rows of the window.
  ///   - columns: Columns of the window.
  ///   - pitch: Cells from one row to the next.
  func turn<Cell>(_ cells: inout [Cell], rows: Int, columns: Int, pitch: Int) {
    if order.isSouthFirst {
      for row in 0..<rows / 2 {
        let (a, b) = (row * pitch, (rows - 1 - row) * pitch)
        for column in 0..<columns { cells.swapAt(a + column, b + column) }
      }
    }
    if order.isEastFirst {
      for row in 0..<rows {
        for column in 0..<columns / 2 { cells.swapAt(row * pitch + column, row * pitch + columns - 1 - column) }
      }
    }
  }
}
