internal import CGDAL
internal import Geodesy

/// A raster on disk, opened for reading: its first band.
///
/// A value holds no handle of GDAL: every reading opens the file again, so that several tasks may read at once.
public struct RasterFile: Sendable, Hashable {
  /// What the heights of a raster are counted from.
  public enum VerticalDatum: Sendable, Hashable {
    /// The file says nothing.
    case unstated
    /// A vertical system by its name, of heights above a sea level.
    case named(String)
    /// Heights above the ellipsoid.
    case ellipsoidal
    /// Depths, downwards positive, by the name of their system.
    case depth(String)
  }

  /// Endings of the names of rasters of terrain, lower case; archives besides.
  public static let endings = RasterSource.endings

  /// The file, as the caller named it.
  public let path: String
  /// Where the cells lie; its `crs` is the horizontal system as WKT, empty when the file states none.
  public let frame: GridFrame
  /// GDAL's short name of the format: `GTiff`, `SRTMHGT`.
  public let driver: String
  /// GDAL's name of the type of the cells: `Int16`.
  public let cellType: String
  /// The value of cells without a value.
  public let noData: Double?
  /// Columns and rows of a block.
  public let blockSize: (columns: Int, rows: Int)
  /// Whether it is a picture: several bands besides opacity, or colours of a table.
  public let isPicture: Bool
  /// Number of reduced copies.
  public let overviews: Int
  /// The unit of the values as the file states it; empty when it does not.
  public let unit: String
  /// What heights are counted from.
  public let verticalDatum: VerticalDatum
  /// Metres per unit of the vertical system; nil when none is stated.
  public let verticalUnitMetres: Double?
  /// Metres per unit of the map; nil where it is of longitudes and latitudes.
  public let mapUnitMetres: Double?
  /// What the file says of itself, and its first band of itself: descriptions, titles, sources; at most 4,000 bytes.
  public let remarks: String
  /// The ordinary files behind it, sorted: itself, those next to it, and the sources of a VRT.
  public let files: [String]
  /// Whether the axes are rotated or sheared; ``frame`` is then of no use.
  public let isRotated: Bool
  /// Whether the horizontal system has longitudes and latitudes.
  public let isGeographic: Bool
  /// Whether the horizontal system is one of the Earth: longitudes and latitudes, or a projection of them.
  public let isOfTheEarth: Bool
  /// Whether the horizontal system is WGS 84 longitude and latitude.
  public let isWGS84: Bool

  let source: String
  /// The drivers that may open it; nil for any.
  let drivers: [String]?
  let scale: Double
  let offset: Double
  let hasMask: Bool

  /// Opens a raster; a zip archive is searched for the one raster in it.
  ///
  /// GeoTIFF, SRTM `.hgt`, DTED, ASCII and Arc/Info grids, Imagine, EHdr and ENVI, USGS DEM are opened, and VRTs that name
  /// such files inside a folder; any format of GDAL's after ``FileTrust/trustEverything()``.
  /// - Parameters:
  ///   - path: The file.
  ///   - folder: The folder that a VRT in it may not leave, which is that of the scenario; nil: the VRT's own.
  ///   - onlyGeoTIFF: Whether nothing but a GeoTIFF will do.
  /// - Throws: ``GeoFileError`` with code `missing`, `unreadable`, `notRaster`, `unfitRaster`, `tooLarge` or `corrupt`.
  public init(path: String, within folder: String? = nil, onlyGeoTIFF: Bool = false) throws(GeoFileError) {
    self = try GDALLibrary.use { (messages) throws(GeoFileError) -> RasterFile in
      var source = try RasterSource.resolve(path)
      var check = RasterCheck(path: path, within: folder)
      let drivers = onlyGeoTIFF ? try check.onlyGeoTIFF(source) : try check.drivers(for: source)
      // GDAL and the check must agree on where relative names count from.
      if drivers == ["VRT"], case .file(let real)? = SourceName(source) { source = real }
      guard let dataset = Dataset(readingRaster: source, drivers: drivers) else {
        throw GeoFileError(
          .notRaster, path: path,
          problem: "cannot be read as a raster (\(messages.failure(otherwise: "GDAL does not know it")))",
          remedy: RasterSource.remedy(source))
      }
      let file = try RasterFile(path: path, source: source, drivers: drivers, dataset: dataset, messages: messages)
      try check.checkOpened(driver: file.driver, files: file.files)
      return file
    }
  }

  private init(
    path: String, source: String, drivers: [String]?, dataset: borrowing Dataset, messages: GDALMessages
  ) throws(GeoFileError) {
    func tooLarge(_ what: String) -> GeoFileError {
      GeoFileError(
        .tooLarge, path: path, problem: what, remedy: "cut it to the area that is needed: gdal_translate -projwin")
    }
    let (columns, rows) = (
      Int(GDALGetRasterXSize(dataset.handle)), Int(GDALGetRasterYSize(dataset.handle))
    )
    guard columns > 0, rows > 0, columns <= ReadingLimits.rasterSide, rows <= ReadingLimits.rasterSide,
      columns * rows <= ReadingLimits.rasterCells
    else { throw tooLarge("claims \(columns) × \(rows) cells, more than any terrain") }
    guard GDALGetRasterCount(dataset.handle) <= ReadingLimits.bands else {
      throw tooLarge("has \(GDALGetRasterCount(dataset.handle)) bands; terrain has one")
    }
    guard let band = GDALGetRasterBand(dataset.handle, 1) else {
      throw GeoFileError(.notRaster, path: path, problem: "holds no raster band")
    }
    var transform = [0.0, 1, 0, 0, 0, 1]
    let isPlaced = GDALGetGeoTransform(dataset.handle, &transform) == CE_None
    guard isPlaced else {
      throw GeoFileError(
        .unfitRaster, path: path, problem: "does not say where it lies",
        remedy: "gdal_translate -a_ullr WEST NORTH EAST SOUTH -a_srs EPSG:code gives it a place")
    }
    let system = RasterSystem(GDALGetSpatialRef(dataset.handle))
    guard !system.namesPath else {
      throw GeoFileError(
        .badCoordinateSystem, path: path, problem: "has a coordinate system that cannot be used: \(SystemText.refusal)",
        remedy: "gdal_translate -a_srs EPSG:code states another")
    }
    if system.degreesPerUnit != 1 { for index in transform.indices { transform[index] *= system.degreesPerUnit } }
    self.path = path
    self.source = source
    self.drivers = drivers
    let list = GDALGetFileList(dataset.handle)
    let names = (0..<Int(CSLCount(list))).compactMap { list?[$0].map { String(cString: $0) } }
    CSLDestroy(list)
    files = Set(names.filter { !$0.hasPrefix("/vsi") } + [path]).sorted()
    isRotated = transform[2] != 0 || transform[4] != 0
    frame = GridFrame(
      columns: columns, rows: rows, transform: transform, crs: system.wkt)
    isGeographic = system.isGeographic
    isOfTheEarth = system.isGeographic || system.isProjected
    isWGS84 = system.isWGS84
    verticalDatum = system.verticalDatum
    verticalUnitMetres = system.verticalUnitMetres
    mapUnitMetres = system.mapUnitMetres
    remarks = Self.remarks(dataset.handle, band)
    driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset.handle)).map { String(cString: $0) } ?? ""
    cellType = GDALGetDataTypeName(GDALGetRasterDataType(band)).map { String(cString: $0) } ?? ""
    var isSet: Int32 = 0
    let value = GDALGetRasterNoDataValue(band, &isSet)
    noData = isSet != 0 ? value : nil
    let bands = (1...max(1, GDALGetRasterCount(dataset.handle))).filter { number in
      GDALGetRasterColorInterpretation(GDALGetRasterBand(dataset.handle, number)) != GCI_AlphaBand
    }
    isPicture = bands.count > 1 || GDALGetRasterColorTable(band) != nil
    let mask = GDALGetMaskFlags(band)
    hasMask = mask & (GMF_PER_DATASET | GMF_ALPHA) != 0 && mask & GMF_NODATA == 0
    var (blockColumns, blockRows): (Int32, Int32) = (0, 0)
    GDALGetBlockSize(band, &blockColumns, &blockRows)
    blockSize = (max(1, Int(blockColumns)), max(1, Int(blockRows)))
    guard
      blockSize.columns * blockSize.rows * max(1, Int(GDALGetDataTypeSizeBytes(GDALGetRasterDataType(band))))
        <= ReadingLimits.blockBytes
    else { throw tooLarge("has blocks of \(blockSize.columns) × \(blockSize.rows) cells, which are read whole") }
    overviews = Int(GDALGetOverviewCount(band))
    unit = GDALGetRasterUnitType(band).map { String(cString: $0) } ?? ""
    let factor = GDALGetRasterScale(band, &isSet)
    scale = isSet != 0 && factor != 0 ? factor : 1
    let shift = GDALGetRasterOffset(band, &isSet)
    offset = isSet != 0 ? shift : 0
  }

  /// The values of the metadata of a raster and of a band, a line each.
  private static func remarks(_ dataset: GDALDatasetH, _ band: GDALRasterBandH) -> String {
    var text = GDALGetDescription(band).map { String(cString: $0) } ?? ""
    for object in [dataset, band] {
      let list = GDALGetMetadata(object, nil)
      for index in 0..<CSLCount(list) {
        guard text.utf8.count < 4000, let item = list?[Int(index)] else { break }
        text += "\n" + String(cString: item).prefix(1000)
      }
    }
    return text
  }

  /// Whether two values are the same file, opened the same way.
  public static func == (a: RasterFile, b: RasterFile) -> Bool { a.source == b.source && a.frame == b.frame }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(frame)
  }
}

extension Dataset {
  /// Opens a raster for reading; nil when no driver of a list (nil: of all) knows it.
  init?(readingRaster source: String, drivers: [String]?) {
    let flags = UInt32(GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
    let handle =
      if let drivers {
        withCStrings(drivers) { GDALOpenEx(source, flags, $0, nil, nil) }
      } else {
        GDALOpenEx(source, flags, nil, nil, nil)
      }
    guard let handle else { return nil }
    self.init(owning: handle)
  }
}
