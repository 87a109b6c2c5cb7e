/// A raster in memory.
public struct Grid<Cell: Sendable>: Sendable {
  /// Where its cells lie.
  public let frame: GridFrame
  /// Row by row; `frame.rows` × `frame.columns` of them.
  public var cells: [Cell]

  /// A raster in memory.
  /// - Parameter cells: Row by row; as many as the frame has.
  public init(frame: GridFrame, cells: [Cell]) {
    precondition(cells.count == frame.rows * frame.columns, "a grid holds rows × columns cells")
    self.frame = frame
    self.cells = cells
  }

  /// The cell of a row and a column of the frame.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * frame.columns + column] }
    set { cells[row * frame.columns + column] = newValue }
  }
}
