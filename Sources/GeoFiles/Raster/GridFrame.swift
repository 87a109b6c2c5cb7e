/// Where the cells of a raster lie: rows and columns with straight axes in one coordinate reference system.
///
/// The centre of a cell lies at x = ``firstX`` + column × ``stepX``, y = ``firstY`` + row × ``stepY``, in units of the
/// system, x to the east and y to the north whatever order the authority lists the axes in. In the usual raster rows run
/// from north to south: ``stepY`` is negative. A file that lists them the other way is turned as it is read, and a raster on
/// its frame turned back as it is written (``order``).
public struct GridFrame: Sendable, Hashable {
  /// Number of columns.
  public var columns: Int
  /// Number of rows.
  public var rows: Int
  /// x of the centres of the first column.
  public var firstX: Double
  /// y of the centres of the first row.
  public var firstY: Double
  /// From a column to the next.
  public var stepX: Double
  /// From a row to the next.
  public var stepY: Double
  /// The coordinate reference system, as WKT or any text that PROJ understands; empty when none is stated.
  public var crs: String
  /// How a file on this frame lists the cells.
  public var order = FileOrder()

  /// The order of the cells in a file. In memory rows run from north to south and columns from west to east.
  public struct FileOrder: Sendable, Hashable {
    /// Whether rows run from south to north.
    public var isSouthFirst = false
    /// Whether columns run from east to west.
    public var isEastFirst = false
    /// The usual order: from north to south and from west to east.
    public init() {}
    /// Whether it is another order than in memory.
    var isTurned: Bool { isSouthFirst || isEastFirst }
  }

  /// A frame of a raster.
  public init(
    columns: Int, rows: Int, firstX: Double, firstY: Double, stepX: Double, stepY: Double, crs: String
  ) {
    self.columns = columns
    self.rows = rows
    self.firstX = firstX
    self.firstY = firstY
    self.stepX = stepX
    self.stepY = stepY
    self.crs = crs
  }

  /// The frame of some of its rows and columns.
  public func window(rows: Range<Int>, columns: Range<Int>) -> GridFrame {
    var frame = self
    frame.rows = rows.count
    frame.columns = columns.count
    frame.firstX += Double(columns.lowerBound) * stepX
    frame.firstY += Double(rows.lowerBound) * stepY
    return frame
  }
}
