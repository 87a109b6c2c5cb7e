internal import CGDAL
internal import Foundation

/// Finds what GDAL has to open for a path.
enum RasterSource {
  /// The name for GDAL: the path itself, the one raster in a zip archive, or what a gzip file holds.
  static func resolve(_ path: String) throws(GeoFileError) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw GeoFileError(.missing, path: path, problem: "no name of a file")
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code: GeoFileError.Code = errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
      throw GeoFileError(code, path: path, problem: String(cString: strerror(errno)), remedy: "check the name")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw GeoFileError(.unreadable, path: path, problem: "is not an ordinary file")
    }
    guard access(path, R_OK) == 0 else {
      throw GeoFileError(
        .unreadable, path: path, problem: "may not be read: \(String(cString: strerror(errno)))",
        remedy: "check its permissions")
    }
    // `GTIFF_DIR:2:a.tif` would choose a driver where a file of that name is meant.
    let path = path.contains(":") && !path.hasPrefix("/") ? "./\(path)" : path
    if path.lowercased().hasSuffix(".gz") { return "/vsigzip/\(path)" }
    return path.lowercased().hasSuffix(".zip") ? try member(of: path) : path
  }

  /// Endings of rasters of terrain, lower case.
  static let endings = [
    ".hgt", ".tif", ".tiff", ".dt0", ".dt1", ".dt2", ".vrt", ".asc", ".bil", ".flt", ".img", ".dem", ".adf",
  ]

  /// What to do about a source that GDAL does not know.
  static func remedy(_ source: String) -> String {
    let name = source.lowercased()
    guard name.hasSuffix(".hgt") || name.hasSuffix(".hgt.gz") else {
      return "see `gdalinfo FILE`; a download that broke off has to be fetched again"
    }
    guard let length = length(of: source), [1201, 3601].contains(where: { $0 * $0 * 2 == length }) else {
      return "an .hgt file has 1201 × 1201 or 3601 × 3601 posts of 2 bytes; one that broke off has to be fetched again"
    }
    return "the place of an .hgt file is its name: call it as N38W028.hgt, by the degrees of its south-western corner"
  }

  /// Bytes of a source, unpacked.
  private static func length(of source: String) -> Int? {
    guard let file = VSIFOpenL(source, "rb") else { return nil }
    defer { VSIFCloseL(file) }
    return VSIFSeekL(file, 0, SEEK_END) == 0 ? Int(clamping: VSIFTellL(file)) : nil
  }

  private static func member(of path: String) throws(GeoFileError) -> String {
    let archive = "/vsizip/\(path)"
    let list = VSIReadDirRecursive(archive)
    defer { CSLDestroy(list) }
    guard let list else {
      throw GeoFileError(
        .corrupt, path: path, problem: "is not a zip archive, or is cut short", remedy: "fetch it again")
    }
    let names = (0..<Int(CSLCount(list))).compactMap { list[$0].map { String(cString: $0) } }
      .filter { name in endings.contains(where: name.lowercased().hasSuffix) && !isShadow(name) }.sorted()
    guard names.count == 1 else {
      throw GeoFileError(
        .notRaster, path: path,
        problem: names.isEmpty ? "holds no raster of terrain" : "holds \(names.count) rasters",
        remedy: names.isEmpty ? nil : "unpack it into a folder and name the folder")
    }
    return "\(archive)/\(names[0])"
  }

  /// Whether a member is what macOS keeps next to a file: `__MACOSX/._N38W028.hgt`.
  private static func isShadow(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0 == "__MACOSX" || $0.hasPrefix("._") }
  }
}

/// What a raster's coordinate system says.
struct RasterSystem {
  /// The horizontal part as WKT; empty without a system.
  var wkt = ""
  var isGeographic = false
  var isProjected = false
  var isWGS84 = false
  var verticalDatum = RasterFile.VerticalDatum.unstated
  var verticalUnitMetres: Double?
  /// Metres per unit of a projection; nil for degrees.
  var mapUnitMetres: Double?
  /// Degrees per unit of longitudes and latitudes as the file has them; the system in ``wkt`` has degrees.
  var degreesPerUnit = 1.0
  /// Whether it, or its vertical part, names a file by a path.
  var namesPath = false

  init(_ handle: OGRSpatialReferenceH?) {
    guard let system = SpatialReference(copying: handle) else { return }
    namesPath = system.namesPath
    guard !namesPath else { return }
    isGeographic = OSRIsGeographic(system.handle) != 0
    isProjected = OSRIsProjected(system.handle) != 0
    if OSRIsCompound(system.handle) != 0 {
      let name = OSRGetAttrValue(system.handle, "VERT_CS", 0).map { String(cString: $0) } ?? "a vertical system"
      let axis = OSRGetAttrValue(system.handle, "VERT_CS|AXIS", 1).map { String(cString: $0) } ?? "UP"
      let kind = OSRGetAttrValue(system.handle, "VERT_CS|VERT_DATUM", 1).map { String(cString: $0) } ?? "2005"
      verticalUnitMetres = OSRGetAttrValue(system.handle, "VERT_CS|UNIT", 1).flatMap { Double(String(cString: $0)) }
      if axis.uppercased() == "DOWN" {
        verticalDatum = .depth(name)
      } else if kind == "2002" || name.lowercased().contains("ellipsoid") {
        verticalDatum = .ellipsoidal
      } else {
        verticalDatum = .named(name)
      }
    } else if OSRGetAxesCount(system.handle) == 3 {
      verticalDatum = .ellipsoidal
    }
    OSRDemoteTo2D(system.handle, nil)
    if isProjected { mapUnitMetres = OSRGetLinearUnits(system.handle, nil) }
    if isGeographic {
      let unit = OSRGetAngularUnits(system.handle, nil) * 180 / .pi
      // Grads, as of the old systems of France, become degrees of the same datum and prime meridian: all that count a turn
      // around the Earth count 360.
      if unit > 0, abs(unit - 1) > 1e-9 {
        degreesPerUnit = unit
        OSRSetAngularUnits(system.handle, "degree", Double.pi / 180)
      }
    }
    var text: UnsafeMutablePointer<CChar>?
    withCStrings(["FORMAT=WKT2_2018", "MULTILINE=NO"]) { options in
      _ = OSRExportToWktEx(system.handle, &text, options)
    }
    wkt = text.map { String(cString: $0) } ?? ""
    VSIFree(text)
    if let wgs84 = SpatialReference("EPSG:4326") {
      withCStrings(["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]) { options in
        isWGS84 = isGeographic && OSRIsSameEx(system.handle, wgs84.handle, options) != 0
      }
    }
  }
}
