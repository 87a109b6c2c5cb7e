import Foundation
import GeoFiles
import Scenario
import Terrain
import Units

extension Decoder {
  /// Opens a scenario's terrain and reports what is wrong with it.
  static func open(
    _ source: Scenario.TerrainSource, folder: URL, _ overlay: FileOverlay, cache: TerrainCache?, at origin: Origin,
    _ diagnostics: Diagnostics
  ) -> Terrain? {
    do throws(GeoFileError) {
      let terrain = try overlay.terrain(source, cache: cache)
      for warning in terrain.warnings {
        diagnostics.warning(.incomplete, at: origin, field: SettingFields.terrain.name, warning.text)
      }
      return terrain
    } catch {
      let start = folder.path + "/"
      let path = error.path.hasPrefix(start) ? String(error.path.dropFirst(start.count)) : error.path
      let isAbsent = error.code == .missing && source.resolvedPaths.contains(error.path)
      diagnostics.error(
        .file, at: origin, field: SettingFields.terrain.name, "“\(path)” \(isAbsent ? "is not there" : error.problem)",
        isAbsent ? "atalaya terrain fetch \(folder.relativePath) gets it; or leave the key out" : error.remedy ?? "")
      return nil
    }
  }
}
