internal import CGDAL
internal import Foundation

/// A type of cells that rasters can be written with.
public protocol RasterCell: Sendable, BitwiseCopyable {
  /// GDAL's name of the type.
  static var rasterTypeName: String { get }
}

extension Float: RasterCell {
  /// `Float32`.
  public static var rasterTypeName: String { "Float32" }
}
extension UInt8: RasterCell {
  /// `Byte`.
  public static var rasterTypeName: String { "Byte" }
}
extension UInt16: RasterCell {
  /// `UInt16`.
  public static var rasterTypeName: String { "UInt16" }
}
extension Int32: RasterCell {
  /// `Int32`.
  public static var rasterTypeName: String { "Int32" }
}

/// Writes rasters of one band as GeoTIFF, window by window, replacing the file whole (``OutputFile``).
public enum RasterWriter {
  /// How the file is written.
  public struct Options: Sendable, Hashable {
    /// Whether cells are packed with deflate and a predictor.
    public var isCompressed = true
    /// Whether the file is a Cloud Optimized GeoTIFF with overviews.
    public var isCloudOptimized = false
    /// Whether it is forced to disk; see ``OutputFile/replace(at:isForced:_:)``.
    public var isForced = true
    /// The value of cells without a value.
    public var noData: Double?
    /// The unit of the values: `m`.
    public var unit = ""
    /// One sentence for people.
    public var description = ""
    /// The colours of the values 0, 1, 2 …, for cells of bytes; empty for none.
    public var colours: [Colour] = []

    /// A colour of a table.
    public struct Colour: Sendable, Hashable {
      /// Red, green, blue and opacity, 0 to 255.
      public var red, green, blue, alpha: UInt8
      /// A colour, opaque unless stated.
      public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
      }
    }

    /// The usual way: a tiled GeoTIFF, packed.
    public init(
      isCompressed: Bool = true, isCloudOptimized: Bool = false, isForced: Bool = true, noData: Double? = nil,
      unit: String = "", description: String = "", colours: [Colour] = []
    ) {
      self.isCompressed = isCompressed
      self.isCloudOptimized = isCloudOptimized
      self.isForced = isForced
      self.noData = noData
      self.unit = unit
      self.description = description
      self.colours = colours
    }
  }

  /// Takes the windows of a raster that is being written: one at a time, from any thread.
  public struct Sink<Cell: RasterCell>: ~Copyable, @unchecked Sendable {
    fileprivate let dataset: Dataset
    fileprivate let frame: GridFrame
    fileprivate let path: String

    /// Writes a window.
    /// - Parameter cells: Row by row; as many as the window has.
    /// - Throws: ``GeoFileError`` with code `unwritable`.
    public func write(_ cells: [Cell], rows: Range<Int>, columns: Range<Int>) throws(GeoFileError) {
      precondition(cells.count == rows.count * columns.count, "a window has rows × columns cells")
      guard !cells.isEmpty else { return }
      try GDALLibrary.use { (messages) throws(GeoFileError) in
        let status = cells.withUnsafeBytes { bytes in
          GDALRasterIO(
            GDALGetRasterBand(dataset.handle, 1), GF_Write, Int32(columns.lowerBound), Int32(rows.lowerBound),
            Int32(columns.count), Int32(rows.count), UnsafeMutableRawPointer(mutating: bytes.baseAddress),
            Int32(columns.count), Int32(rows.count), GDALGetDataTypeByName(Cell.rasterTypeName), 0, 0)
        }
        guard status == CE_None else { throw RasterWriter.failure(path, "cannot be written", messages) }
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
      // GDAL tells its errors to the thread that meets them.
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
        rows.count == min(side, frame.rows - block.row * side)
        && columns.count == min(side, frame.columns - block.column * side)
      let band = GDALGetRasterBand(dataset.handle, 1)
      guard !isWhole else { return GDALWriteBlock(band, Int32(block.column), Int32(block.row), &cells) }
      let size = MemoryLayout<Cell>.stride
      return GDALRasterIO(
        band, GF_Write, Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(columns.count), Int32(rows.count),
        &cells, Int32(columns.count), Int32(rows.count), GDALGetDataTypeByName(Cell.rasterTypeName), Int32(size),
        Int32(size * side))
    }
  }

  /// Rows and columns of a block.
  package static let blockSide = 256

  /// Writes a grid that is in memory.
  /// - Throws: ``GeoFileError`` with code `unwritable`; the old file is then as it was.
  public static func write<Cell: RasterCell>(
    _ grid: Grid<Cell>, to path: String, options: Options = Options()
  ) throws(GeoFileError) {
    try write(to: path, frame: grid.frame, of: Cell.self, options: options) { (sink) throws(GeoFileError) in
      try sink.write(grid.cells, rows: 0..<grid.frame.rows, columns: 0..<grid.frame.columns)
    }
  }

  /// Writes a raster window by window.
  /// - Parameters:
  ///   - path: The file.
  ///   - frame: Where the cells lie.
  ///   - type: The type of the cells.
  ///   - options: How it is written.
  ///   - body: Writes all windows; blocks are ``blockSide`` cells long and wide (512 in a cloud-optimised file).
  /// - Throws: ``GeoFileError`` of `body`, or with code `unwritable`; the old file is then as it was.
  public static func write<Cell: RasterCell>(
    to path: String, frame: GridFrame, of type: Cell.Type = Cell.self, options: Options = Options(),
    _ body: (borrowing Sink<Cell>) throws(GeoFileError) -> Void
  ) throws(GeoFileError) {
    try OutputFile.replace(at: path, isForced: options.isForced) { (temporary) throws(GeoFileError) in
      let plain = options.isCloudOptimized ? temporary + ".plain.tif" : temporary
      defer {
        if options.isCloudOptimized {
          for ending in [".plain.tif", ".ovr.tmp", ".msk.ovr.tmp"] { VSIUnlink(temporary + ending) }
        }
      }
      try GDALLibrary.use { (messages) throws(GeoFileError) in
        func failure(_ what: String) -> GeoFileError { RasterWriter.failure(path, what, messages) }
        // The sink ends with this line, and its dataset: what is not written yet is then.
        try body(Sink<Cell>(dataset: try make(plain, frame, type, options, failure), frame: frame, path: path))
        if !options.isCompressed { release(plain) }
        // Closing flushes: some errors show only now.
        guard messages.failures.isEmpty else { throw failure("cannot be written") }
        if options.isCloudOptimized { try optimise(plain, to: temporary, type, options, failure) }
        guard messages.failures.isEmpty else { throw failure("cannot be written") }
      }
    }
  }

  private static func failure(_ path: String, _ what: String, _ messages: GDALMessages) -> GeoFileError {
    GeoFileError(
      .unwritable, path: path, problem: "\(what); \(messages.failure(otherwise: "GDAL gives no reason"))",
      remedy: "is the disk full?")
  }

  /// Makes an empty raster.
  private static func make<Cell: RasterCell>(
    _ plain: String, _ frame: GridFrame, _ type: Cell.Type, _ options: Options, _ failure: (String) -> GeoFileError
  ) throws(GeoFileError) -> Dataset {
    var creation = ["TILED=YES", "BLOCKXSIZE=\(blockSide)", "BLOCKYSIZE=\(blockSide)", "BIGTIFF=IF_SAFER"]
    if options.isCompressed {
      creation += ["COMPRESS=DEFLATE", "PREDICTOR=\(type == Float.self ? 3 : 2)"]
    }
    let handle = withCStrings(creation) { list in
      GDALCreate(
        GDALGetDriverByName("GTiff"), plain, Int32(frame.columns), Int32(frame.rows), 1,
        GDALGetDataTypeByName(Cell.rasterTypeName), mutable(list))
    }
    guard let handle else { throw failure("cannot be made") }
    let dataset = Dataset(owning: handle)
    var transform = [
      frame.firstX - frame.stepX / 2, frame.stepX, 0, frame.firstY - frame.stepY / 2, 0, frame.stepY,
    ]
    guard GDALSetGeoTransform(handle, &transform) == CE_None else { throw failure("cannot be placed") }
    if !frame.crs.isEmpty {
      guard let system = SpatialReference(frame.crs), GDALSetSpatialRef(handle, system.handle) == CE_None else {
        throw failure("its coordinate system cannot be written")
      }
    }
    let band = GDALGetRasterBand(handle, 1)
    if let noData = options.noData, GDALSetRasterNoDataValue(band, noData) != CE_None {
      throw failure("its nodata value cannot be written")
    }
    if !options.unit.isEmpty { GDALSetRasterUnitType(band, options.unit) }
    if !options.description.isEmpty { GDALSetDescription(band, options.description) }
    if !options.colours.isEmpty { try paint(band, options.colours, failure) }
    if !options.isCompressed { try reserve(frame, MemoryLayout<Cell>.stride, for: plain, failure) }
    return dataset
  }

  /// Takes room on the disk for what will be written: a full disk shows at once, and the system need not look for room
  /// when the file replaces another.
  private static func reserve(
    _ frame: GridFrame, _ bytes: Int, for path: String, _ failure: (String) -> GeoFileError
  ) throws(GeoFileError) {
    #if os(Linux)
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      func blocks(_ cells: Int) -> Int { (cells + blockSide - 1) / blockSide }
      let count = blocks(frame.rows) * blocks(frame.columns)
      // Besides the blocks two numbers for each of them, and the head. Not every file system can.
      let total = count * (blockSide * blockSide * bytes + 16) + (1 << 16)
      if fallocate(descriptor, 1, 0, total) != 0, errno == ENOSPC {
        throw failure("cannot be written: \(String(cString: strerror(ENOSPC)))")
      }
    #endif
  }

  /// Gives back the room that was reserved beyond the end of the file.
  private static func release(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 { truncate(path, status.st_size) }
  }

  private static func paint(
    _ band: GDALRasterBandH?, _ colours: [Options.Colour], _ failure: (String) -> GeoFileError
  ) throws(GeoFileError) {
    let table = GDALCreateColorTable(GPI_RGB)
    defer { GDALDestroyColorTable(table) }
    for (value, colour) in colours.enumerated() {
      var entry = GDALColorEntry(
        c1: Int16(colour.red), c2: Int16(colour.green), c3: Int16(colour.blue), c4: Int16(colour.alpha))
      GDALSetColorEntry(table, Int32(value), &entry)
    }
    guard GDALSetRasterColorTable(band, table) == CE_None else { throw failure("its colours cannot be written") }
  }

  private static func optimise<Cell: RasterCell>(
    _ plain: String, to temporary: String, _ type: Cell.Type, _ options: Options,
    _ failure: (String) -> GeoFileError
  ) throws(GeoFileError) {
    guard let source = Dataset(readingRaster: plain) else { throw failure("cannot be read back") }
    var creation = ["BIGTIFF=IF_SAFER", "OVERVIEWS=AUTO", "OVERVIEW_RESAMPLING=NEAREST"]
    creation += options.isCompressed ? ["COMPRESS=DEFLATE", "PREDICTOR=YES"] : ["COMPRESS=NONE"]
    let handle = withCStrings(creation) { list in
      GDALCreateCopy(GDALGetDriverByName("COG"), temporary, source.handle, 0, mutable(list), nil, nil)
    }
    guard let handle else { throw failure("cannot be made cloud-optimised") }
    _ = Dataset(owning: handle)
  }

  /// GDAL takes lists as mutable and leaves them as they are.
  private static func mutable(
    _ list: UnsafePointer<UnsafePointer<CChar>?>
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    UnsafeMutablePointer(mutating: UnsafeRawPointer(list).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
  }
}
