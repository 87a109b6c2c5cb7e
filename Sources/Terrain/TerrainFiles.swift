internal import Foundation
internal import GeoFiles

/// The files behind what a planner names.
enum TerrainFiles {
  private static let endings = RasterFile.endings.filter { $0 != ".adf" } + [".zip"]

  /// The rasters, in the order of the paths and by name within a folder; and the names of a folder's other files.
  static func list(_ paths: [String]) throws(GeoFileError) -> (files: [String], ignored: [String]) {
    var files: [String] = []
    var ignored: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        files.append(path)
        continue
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw GeoFileError(.unreadable, path: path, problem: "the folder may not be read")
      }
      // An Arc/Info grid is a folder whose files are one raster.
      if names.contains("hdr.adf") {
        files.append((path as NSString).appendingPathComponent("hdr.adf"))
        continue
      }
      let rasters = names.filter { name in
        !name.hasPrefix(".") && endings.contains(where: name.lowercased().hasSuffix)
      }
      guard !rasters.isEmpty else {
        throw GeoFileError(
          .missing, path: path, problem: names.isEmpty ? "is an empty folder" : "holds no terrain",
          remedy: "terrain comes as .tif, .hgt, .hgt.zip, .dt0 to .dt2 or .vrt")
      }
      files += rasters.sorted().map { (path as NSString).appendingPathComponent($0) }
      ignored += names.filter { !$0.hasPrefix(".") && !rasters.contains($0) }.sorted()
    }
    return (files, ignored)
  }
}
