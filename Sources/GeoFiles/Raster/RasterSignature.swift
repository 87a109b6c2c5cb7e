internal import CGDAL

/// What a file claims to be by its first bytes.
enum RasterSignature: Equatable {
  /// TIFF, classic or big.
  case tiff
  /// ERDAS Imagine.
  case imagine
  /// GDAL's virtual raster, which names other files.
  case virtual
  /// A format that is not opened as terrain, by its name.
  case refused(String)
  /// None that has a signature: formats known by the names of their files, or text.
  case unmarked

  /// How many bytes are looked at; GDAL looks at as many when it identifies a VRT.
  private static let length = 4096

  /// What is opened by no driver of terrain: it names other files or servers, is a container of anything, or is not a raster.
  private static let refusedMarks: [(String, String)] = [
    ("<MRF_META", "an MRF header"), ("<GDAL_WMS", "a WMS description"), ("<WMS_Capabilities", "a WMS description"),
    ("<WMT_MS_Capabilities", "a WMS description"), ("<GDAL_WMTS", "a WMTS description"),
    ("<Capabilities", "a WMTS description"), ("<WCS_GDAL", "a WCS description"), ("<WMS_Tile", "a WMS description"),
    ("<OGRVRTDataSource", "a virtual layer"), ("<OGRWFSDataSource", "a WFS description"),
    ("<VRTWarpedOverview", "a virtual raster"),
    ("<PamDataset", "a side-car file"), ("<GDALWarpOptions", "a virtual raster"), ("stac_version", "a STAC list"),
    ("<VirtualStack", "a virtual raster"), ("<kml", "KML"), ("<!DOCTYPE", "a web page or XML"), ("<html", "a web page"),
  ]
  private static let refusedHeads: [([UInt8], String)] = [
    (Array("%PDF".utf8), "PDF"), ([0x89] + Array("PNG".utf8), "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
    (Array("GIF8".utf8), "GIF"), ([0x89] + Array("HDF".utf8), "HDF5 or netCDF"), (Array("CDF".utf8), "netCDF"),
    ([0x0E, 0x03, 0x13, 0x01], "HDF4"), (Array("GRIB".utf8), "GRIB"), (Array("SQLite format 3".utf8), "a database"),
    (Array("PK".utf8), "a zip archive"), ([0x1F, 0x8B], "a gzip file"), (Array("NITF".utf8), "NITF"),
    ([0, 0, 0, 0x0C, 0x6A, 0x50], "JPEG 2000"), ([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"),
    (Array("SIMPLE  =".utf8), "FITS"), (Array("{".utf8), "JSON"), (Array("Rasterlite".utf8), "a database"),
  ]

  /// Reads the first bytes of what GDAL would open; nil when it cannot be opened.
  init?(of source: String) {
    guard let file = VSIFOpenL(source, "rb") else { return nil }
    defer { VSIFCloseL(file) }
    var bytes = [UInt8](repeating: 0, count: Self.length)
    let count = VSIFReadL(&bytes, 1, bytes.count, file)
    self.init(bytes.prefix(count))
  }

  init(_ bytes: ArraySlice<UInt8>) {
    let heads: [[UInt8]] = [
      [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0], [0x4D, 0x4D, 0, 0x2B],
    ]
    if heads.contains(where: bytes.starts(with:)) {
      self = .tiff
      return
    }
    if bytes.starts(with: Array("EHFA_HEADER_TAG".utf8)) {
      self = .imagine
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // GDAL finds its own mark wherever it stands.
    if text.contains("<VRTDataset") {
      self = .virtual
      return
    }
    let isMarkup = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("<")
    if let mark = Self.refusedMarks.first(where: { text.contains($0.0) && (isMarkup || $0.0.hasPrefix("<") == false) })
    {
      self = .refused(mark.1)
    } else if let head = Self.refusedHeads.first(where: { bytes.starts(with: $0.0) }) {
      self = .refused(head.1)
    } else {
      self = isMarkup ? .refused("XML") : .unmarked
    }
  }
}
