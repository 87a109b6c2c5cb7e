public import GeoFiles
public import Scenario
public import Terrain

extension Scenario.TerrainSource {
  /// Reads the heads of the files; elevations are read when they are needed.
  /// - Throws: ``GeoFileError`` that says which file does not fit, why, and how to fix it.
  public func open() throws(GeoFileError) -> Terrain {
    try Terrain.open(resolvedPaths, reading: reading, within: folder)
  }
}
