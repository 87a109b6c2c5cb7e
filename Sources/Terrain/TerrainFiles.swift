internal import Foundation
internal import GeoFiles

/// The files behind what a planner names.
enum TerrainFiles {
  private static let endings = RasterFile.endings.filter { $0 != ".adf" } + [".zip", ".hgt.gz"]
  /// How deep folders of a folder are looked into; a link back to a folder above ends there.
  private static let depth = 4

  /// Rasters that archives put next to their heights, by the end of the name before the dot: masks of water, editing,
  /// filling and error, counts of scenes, quick looks. They lie on the same grid and are no heights.
  /// - Source: the product handbooks of the Copernicus DEM (EDM, FLM, HEM, WBM, QL), the TanDEM-X DEM (AMP, AM2, COM, COV,
  ///   IPM, LSM, WAM), AW3D30 (MSK, STK) and ASTER GDEM (num).
  private static let companions = [
    "edm", "flm", "hem", "wbm", "ql", "amp", "am2", "com", "cov", "ipm", "lsm", "wam", "msk", "stk", "num",
  ]

  /// What lies behind some paths.
  struct List {
    /// Rasters, in the order of the paths and by name within a folder.
    var files: [String] = []
    /// Rasters in the folders of a folder that has rasters of its own: other tiles, or what was made of these.
    var nested: [String] = []
    /// The other files of folders, by name.
    var ignored: [String] = []
  }

  /// The rasters behind what a planner names.
  ///
  /// A folder without a raster of its own is that of its folders: DTED lies in one for each degree of longitude, the
  /// Copernicus archive in one for each tile.
  static func list(_ paths: [String]) throws(GeoFileError) -> List {
    var all = List()
    for path in paths {
      guard isFolder(path) else {
        all.files.append(path)
        continue
      }
      var seen: Set<String> = []
      let found = try search(path, depth, &seen)
      guard !found.files.isEmpty else {
        let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
        throw GeoFileError(
          .missing, path: path, problem: isEmpty ? "is an empty folder" : "holds no terrain",
          remedy: "terrain comes as .tif, .hgt, .hgt.zip, .dt0 to .dt2 or .vrt")
      }
      all.files += found.files
      all.nested += found.nested
      all.ignored += found.ignored
    }
    return all
  }

  /// - Parameter seen: Folders that were looked into, without links: each counts once, however many links lead to it.
  private static func search(_ folder: String, _ depth: Int, _ seen: inout Set<String>) throws(GeoFileError) -> List {
    guard seen.insert(SameFile.path(behind: folder)).inserted else { return List() }
    guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw GeoFileError(.unreadable, path: folder, problem: "the folder may not be read")
    }
    func join(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }
    // An Arc/Info grid is a folder whose files are one raster.
    if all.contains("hdr.adf") { return List(files: [join("hdr.adf")]) }
    let names = all.filter { !$0.hasPrefix(".") }.sorted()
    let own = names.filter { isRaster($0) && !isFolder(join($0)) }
    var found = List(files: own.map(join))
    for name in names where !own.contains(name) {
      guard isFolder(join(name)) else {
        found.ignored.append(name)
        continue
      }
      guard depth > 0 else { continue }
      let inside = try search(join(name), depth - 1, &seen)
      if own.isEmpty { found.files += inside.files } else { found.nested += inside.files }
      found.nested += inside.nested
      found.ignored += inside.ignored
    }
    return found
  }

  private static func isRaster(_ name: String) -> Bool {
    let name = name.lowercased()
    guard endings.contains(where: name.hasSuffix) else { return false }
    let stem = (name as NSString).deletingPathExtension
    return !companions.contains { stem.hasSuffix("_" + $0) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
