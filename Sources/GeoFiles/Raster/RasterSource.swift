internal import CGDAL
internal import Foundation
internal import Units

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
