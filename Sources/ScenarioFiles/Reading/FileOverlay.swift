import Foundation
import GeoFiles
import Scenario
import Terrain

/// What stands in for files of a scenario while it is read, and what was read of its files before.
struct FileOverlay: Sendable {
  /// The folder of the scenario, the name of its scenario.yaml and the text; nil: what the disk has.
  var main: (folder: URL, file: String, text: String)?
  /// Files by the names that scenario.yaml gives them, in the place of those on the disk.
  var files: [String: DraftFile] = [:]
  /// Where those lie while they are read, and what was read before; nil: everything is read again.
  var memo: DraftMemo?

  /// Where a file of the draft lies.
  func path(of name: String) throws(GeoFileError) -> String {
    guard let file = files[name], let memo else {
      throw GeoFileError(.missing, path: name, problem: "is not a file of the draft")
    }
    return try memo.path(of: file)
  }

  /// A layer of a file.
  func table(path: String, layer: String?, crs: String?) throws(GeoFileError) -> VectorLayer {
    guard let memo else { return try VectorLayer.read(path: path, layer: layer, crs: crs) }
    return try memo.table(path: path, layer: layer, crs: crs)
  }

  /// A scenario's terrain.
  func terrain(_ source: Scenario.TerrainSource, cache: TerrainCache?) throws(GeoFileError) -> Terrain {
    guard let memo else { return try source.open(cache: cache) }
    return try memo.terrain(source, cache: cache)
  }
}
