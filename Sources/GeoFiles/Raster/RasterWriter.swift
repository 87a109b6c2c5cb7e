internal import CGDAL
internal import Foundation

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
    /// Whether cells are packed without loss (``RasterPacking``).
    public var isCompressed = true
    /// Whether the file is a Cloud Optimized GeoTIFF with overviews.
    public var isCloudOptimized = false
    /// Whether the cells of a Cloud Optimized GeoTIFF wait in memory for its overviews, not in a file next to it: faster,
    /// for rasters of which the memory holds a second copy.
    public var isHeldInMemory = false
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
      isCompressed: Bool = true, isCloudOptimized: Bool = false, isHeldInMemory: Bool = false, isForced: Bool = true,
      noData: Double? = nil, unit: String = "", description: String = "", colours: [Colour] = []
    ) {
      self.isCompressed = isCompressed
      self.isCloudOptimized = isCloudOptimized
      self.isHeldInMemory = isHeldInMemory
      self.isForced = isForced
      self.noData = noData
      self.unit = unit
      self.description = description
      self.colours = colours
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
  ///   - frame: Where the cells lie, and in which order the file lists them.
  ///   - type: The type of the cells.
  ///   - options: How it is written.
  ///   - body: Writes all windows; blocks are ``blockSide`` cells long and wide (512 in a cloud-optimised file).
  /// - Throws: ``GeoFileError`` of `body`, or with code `unwritable`; the old file is then as it was.
  public static func write<Cell: RasterCell>(
    to path: String, frame: GridFrame, of type: Cell.Type = Cell.self, options: Options = Options(),
    _ body: (borrowing Sink<Cell>) throws(GeoFileError) -> Void
  ) throws(GeoFileError) {
    let size = options.isCompressed ? nil : Self.size(frame, MemoryLayout<Cell>.stride)
    try OutputFile.replace(at: path, isForced: options.isForced, size: size) { (temporary) throws(GeoFileError) in
      let plain = options.isCloudOptimized ? temporary + ".plain.tif" : temporary
      defer {
        if options.isCloudOptimized {
          for ending in [".plain.tif", ".ovr.tmp", ".msk.ovr.tmp"] { VSIUnlink(temporary + ending) }
        }
      }
      try GDALLibrary.use { (messages) throws(GeoFileError) in
        func failure(_ what: String) -> GeoFileError { RasterWriter.failure(path, what, messages) }
        if options.isCloudOptimized, options.isHeldInMemory {
          let sink = Sink<Cell>(
            dataset: try make(plain, frame, type, options, isHeld: true, failure), frame: frame, path: path)
          try body(sink)
          return try optimise(sink.dataset, to: temporary, options, messages, failure)
        }
        // The sink ends with this line, and its dataset: what is not written yet is then.
        try body(Sink<Cell>(dataset: try make(plain, frame, type, options, failure), frame: frame, path: path))
        if !options.isCompressed { release(plain) }
        // Closing flushes: some errors show only now.
        guard messages.failures.isEmpty else { throw failure("cannot be written") }
        guard options.isCloudOptimized else { return }
        guard let source = Dataset(readingRaster: plain, drivers: ["GTiff"]) else {
          throw failure("cannot be read back")
        }
        try optimise(source, to: temporary, options, messages, failure)
      }
    }
  }

  static func failure(_ path: String, _ what: String, _ messages: GDALMessages) -> GeoFileError {
    GeoFileError(
      .unwritable, path: path, problem: "\(what); \(messages.failure(otherwise: "GDAL gives no reason"))",
      remedy: "is the disk full?")
  }

  /// Makes an empty raster.
  private static func make<Cell: RasterCell>(
    _ plain: String, _ frame: GridFrame, _ type: Cell.Type, _ options: Options, isHeld: Bool = false,
    _ failure: (String) -> GeoFileError
  ) throws(GeoFileError) -> Dataset {
    var creation = ["TILED=YES", "BLOCKXSIZE=\(blockSide)", "BLOCKYSIZE=\(blockSide)", "BIGTIFF=IF_SAFER"]
    if options.isCompressed {
      // What waits for its overviews is packed again with them: quickly will do.
      creation += RasterPacking.best.creation(predictor: options.isCloudOptimized ? 1 : type == Float.self ? 3 : 2)
    }
    let handle = withCStrings(isHeld ? [] : creation) { list in
      GDALCreate(
        GDALGetDriverByName(isHeld ? "MEM" : "GTiff"), isHeld ? "" : plain, Int32(frame.columns), Int32(frame.rows), 1,
        GDALGetDataTypeByName(Cell.rasterTypeName), mutable(list))
    }
    guard let handle else { throw failure("cannot be made") }
    let dataset = Dataset(owning: handle)
    var transform = frame.transform
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
    if !options.isCompressed, !isHeld { try reserve(frame, MemoryLayout<Cell>.stride, for: plain, failure) }
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
      if fallocate(descriptor, 1, 0, size(frame, bytes)) != 0, errno == ENOSPC {
        throw failure("cannot be written: \(String(cString: strerror(ENOSPC)))")
      }
    #endif
  }

  /// Bytes of an unpacked file: its blocks, two numbers for each of them, and the head.
  private static func size(_ frame: GridFrame, _ bytes: Int) -> Int {
    func blocks(_ cells: Int) -> Int { (cells + blockSide - 1) / blockSide }
    return blocks(frame.rows) * blocks(frame.columns) * (blockSide * blockSide * bytes + 16) + (1 << 16)
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

  /// Writes a raster with overviews, in the order of a Cloud Optimized GeoTIFF.
  private static func optimise(
    _ source: borrowing Dataset, to temporary: String, _ options: Options, _ messages: GDALMessages,
    _ failure: (String) -> GeoFileError
  ) throws(GeoFileError) {
    var creation = ["BIGTIFF=IF_SAFER", "OVERVIEWS=AUTO", "OVERVIEW_RESAMPLING=NEAREST"]
    creation += options.isCompressed ? RasterPacking.best.cloudCreation : ["COMPRESS=NONE"]
    let handle = withCStrings(creation) { list in
      GDALCreateCopy(GDALGetDriverByName("COG"), temporary, source.handle, 0, mutable(list), nil, nil)
    }
    guard let handle else { throw failure("cannot be made cloud-optimised") }
    do { _ = Dataset(owning: handle) }
    // Closing flushes: some errors show only now.
    guard messages.failures.isEmpty else { throw failure("cannot be written") }
  }

  /// GDAL takes lists as mutable and leaves them as they are.
  private static func mutable(
    _ list: UnsafePointer<UnsafePointer<CChar>?>
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    UnsafeMutablePointer(mutating: UnsafeRawPointer(list).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
  }
}
