internal import Foundation
internal import GeoFiles

/// The files behind what a planner names.
enum TerrainFiles {
  private static let endings = RasterFile.endings.filter { $0 != ".adf" } + [".zip"]
  /// How deep folders of a folder are looked into; a link back to a folder above ends there.
  private static let depth = 4

  /// The rasters, in the order of the paths and by name within a folder; and the names of a folder's other files.
  ///
  /// A folder without a raster of its own is that of its folders: DTED lies in one for each degree of longitude, the
  /// Copernicus archive in one for each tile.
  static func list(_ paths: [String]) throws(GeoFileError) -> (files: [String], ignored: [String]) {
    var files: [String] = []
    var ignored: [String] = []
    for path in paths {
      guard isFolder(path) else {
        files.append(path)
        continue
      }
      let found = try search(path, depth)
      guard !found.files.isEmpty else {
        let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
        throw GeoFileError(
          .missing, path: path, problem: isEmpty ? "is an empty folder" : "holds no terrain",
          remedy: "terrain comes as .tif, .hgt, .hgt.zip, .dt0 to .dt2 or .vrt")
      }
      files += found.files
      ignored += found.ignored
    }
    return (files, ignored)
  }

  private static func search(
    _ folder: String, _ depth: Int
  ) throws(GeoFileError) -> (files: [String], ignored: [String]) {
    guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw GeoFileError(.unreadable, path: folder, problem: "the folder may not be read")
    }
    func join(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }
    // An Arc/Info grid is a folder whose files are one raster.
    if all.contains("hdr.adf") { return ([join("hdr.adf")], []) }
    let names = all.filter { !$0.hasPrefix(".") }.sorted()
    let rasters = names.filter { name in endings.contains(where: name.lowercased().hasSuffix) }
    guard rasters.isEmpty else { return (rasters.map(join), names.filter { !rasters.contains($0) }) }
    var found: (files: [String], ignored: [String]) = ([], [])
    for name in names {
      guard isFolder(join(name)) else {
        found.ignored.append(name)
        continue
      }
      guard depth > 0 else { continue }
      let inside = try search(join(name), depth - 1)
      found.files += inside.files
      found.ignored += inside.ignored
    }
    return found
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
