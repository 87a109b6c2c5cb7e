internal import CGDAL
internal import Foundation

/// Finds what GDAL has to open for a path.
enum RasterSource {
  /// The name for GDAL: the path itself, or the one raster in a zip archive.
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
      throw GeoFileError(.unreadable, path: path, problem: "is no ordinary file")
    }
    guard access(path, R_OK) == 0 else {
      throw GeoFileError(
        .unreadable, path: path, problem: "may not be read: \(String(cString: strerror(errno)))",
        remedy: "check its permissions")
    }
    return path.lowercased().hasSuffix(".zip") ? try member(of: path) : path
  }

  /// Endings of rasters of terrain, lower case.
  static let endings = [
    ".hgt", ".tif", ".tiff", ".dt0", ".dt1", ".dt2", ".vrt", ".asc", ".bil", ".flt", ".img", ".dem", ".adf",
  ]

  private static func member(of path: String) throws(GeoFileError) -> String {
    let archive = "/vsizip/\(path)"
    let list = VSIReadDirRecursive(archive)
    defer { CSLDestroy(list) }
    guard let list else {
      throw GeoFileError(
        .corrupt, path: path, problem: "is no zip archive, or one that breaks off", remedy: "fetch it again")
    }
    let names = (0..<Int(CSLCount(list))).compactMap { list[$0].map { String(cString: $0) } }
      .filter { name in endings.contains(where: name.lowercased().hasSuffix) }.sorted()
    guard names.count == 1 else {
      throw GeoFileError(
        .notRaster, path: path,
        problem: names.isEmpty ? "holds no raster of terrain" : "holds \(names.count) rasters",
        remedy: names.isEmpty ? nil : "unpack it into a folder and name the folder")
    }
    return "\(archive)/\(names[0])"
  }
}

/// What a raster's coordinate system says.
struct RasterSystem {
  /// The horizontal part as WKT; empty without a system.
  var wkt = ""
  var isGeographic = false
  var isWGS84 = false
  var verticalDatum = RasterFile.VerticalDatum.unstated
  var verticalUnitMetres: Double?

  init(_ handle: OGRSpatialReferenceH?) {
    guard let system = SpatialReference(copying: handle) else { return }
    isGeographic = OSRIsGeographic(system.handle) != 0
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
