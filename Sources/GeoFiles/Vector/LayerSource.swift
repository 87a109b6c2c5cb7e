internal import CGDAL
internal import Foundation

/// A file that exists, may be read and is worth opening, with the name under which GDAL opens it.
struct LayerSource {
  /// As the caller named it.
  let path: String
  /// For GDAL: the same, or a `/vsizip/` name.
  let source: String

  private static let tableExtensions = ["csv", "tsv", "txt"]
  private static let layerExtensions = [
    "csv", "tsv", "txt", "geojson", "json", "gpkg", "shp", "kml", "kmz", "gml", "gpx", "tab", "mif", "fgb", "xlsx",
    "ods",
    "geojsonl", "topojson",
  ]

  /// Whether the file is a text table, which is read without GDAL's drivers: they know no line numbers.
  var isTextTable: Bool { Self.tableExtensions.contains(Self.pathExtension(source)) }
  /// The file's name without folder and extension.
  var baseName: String {
    let name = source.split(separator: "/").last.map(String.init) ?? source
    return name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
  }

  init(path: String) throws(GeoFileError) {
    self.path = path
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw GeoFileError(.missing, path: path, problem: "no file of this name")
    }
    let (archive, member) = Self.splitArchive(path)
    try Self.check(archive ?? path, named: path)
    if let archive {
      source = try Self.find(member, in: archive, named: path)
    } else {
      source = path
    }
  }

  static func pathExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// `a.zip/b/c.csv` → (`a.zip`, `b/c.csv`); no archive → (nil, "").
  private static func splitArchive(_ path: String) -> (archive: String?, member: String) {
    if pathExtension(path) == "zip" { return (path, "") }
    return ArchiveMember.split(path).map { ($0.archive, $0.member) } ?? (nil, "")
  }

  /// Exists, is a file (or a file geodatabase, which is a folder), may be read.
  private static func check(_ file: String, named path: String) throws(GeoFileError) {
    var status = stat()
    guard stat(file, &status) == 0 else {
      let reason = errno
      guard reason == ENOENT || reason == ENOTDIR else {
        throw GeoFileError(.unreadable, path: path, problem: String(cString: strerror(reason)))
      }
      throw GeoFileError(.missing, path: path, problem: "no such file")
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR, pathExtension(file) != "gdb" {
      throw GeoFileError(
        .unreadable, path: path, problem: "is a folder, not a file", remedy: "name the layer's file in it")
    }
    guard kind == S_IFREG || kind == S_IFDIR else {
      throw GeoFileError(.unreadable, path: path, problem: "is neither a file nor a folder")
    }
    guard access(file, R_OK) == 0 else {
      throw GeoFileError(.unreadable, path: path, problem: "may not be read: \(String(cString: strerror(errno)))")
    }
  }

  /// The name of a member of an archive for GDAL; the only layer file when no member is named.
  private static func find(
    _ member: String, in archive: String, named path: String
  ) throws(GeoFileError) -> String {
    let root = "/vsizip/{\(archive)}"
    let members = try GDALLibrary.use { (messages) throws(GeoFileError) -> [String] in
      guard let list = VSIReadDirRecursive(root) else {
        throw GeoFileError(
          .corrupt, path: path, problem: "not a zip archive; " + messages.failure(otherwise: "GDAL cannot list it"))
      }
      defer { CSLDestroy(list) }
      return (0..<Int(CSLCount(list))).compactMap { list[$0].map { String(cString: $0) } }
    }
    let bases = geodatabases(members)
    let files = members.filter { name in
      layerExtensions.contains(pathExtension(name)) && !name.hasPrefix("__MACOSX/")
        && !bases.contains { name.hasPrefix($0 + "/") }
    }
    let layers = (files + bases).sorted()
    if !member.isEmpty {
      guard members.contains(member) || bases.contains(member) else {
        throw GeoFileError(
          .missing, path: path, problem: "the archive holds no \(member)",
          remedy: "it holds \(layers.joined(separator: ", "))")
      }
      return "\(root)/\(member)"
    }
    guard layers.count == 1 else {
      throw GeoFileError(
        layers.isEmpty ? .notVector : .ambiguousLayer, path: path,
        problem: layers.isEmpty ? "the archive holds no layer" : "the archive holds \(layers.count) layer files",
        remedy: layers.isEmpty ? nil : "name one: " + layers.prefix(20).map { "\(path)/\($0)" }.joined(separator: ", "))
    }
    return "\(root)/\(layers[0])"
  }

  /// The folders of an archive that are file geodatabases.
  private static func geodatabases(_ members: [String]) -> [String] {
    let table = "/a00000001.gdbtable"
    return members.filter { $0.hasSuffix(table) && !$0.hasPrefix("__MACOSX/") }.map { String($0.dropLast(table.count)) }
      .filter { pathExtension($0) == "gdb" }
  }

  /// The archive in which a source lies; nil for a file of its own.
  var archive: String? {
    guard source.hasPrefix("/vsizip/{") else { return nil }
    let rest = source.dropFirst("/vsizip/{".count)
    return rest.firstRange(of: "}/").map { String(rest[..<$0.lowerBound]) }
  }
}
