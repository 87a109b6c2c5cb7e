public import GeoFiles
public import Scenario
public import Terrain

extension Scenario.TerrainSource {
  /// Reads the headers of the files; elevations are read when they are needed.
  /// - Throws: ``GeoFileError`` that names the file that does not fit, the reason, and the remedy.
  public func open() throws(GeoFileError) -> Terrain {
    try Terrain.open(resolvedPaths, reading: reading, within: folder)
  }
}
