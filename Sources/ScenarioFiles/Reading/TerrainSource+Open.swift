public import GeoFiles
public import Scenario
public import Terrain

extension Scenario.TerrainSource {
  /// Reads the headers of the files; elevations are read when they are needed.
  /// - Parameter cache: Where the cells of packed files are kept; nil: they are unpacked for each reading.
  /// - Throws: ``GeoFileError`` that names the file that does not fit, the reason, and the remedy.
  public func open(cache: TerrainCache? = nil) throws(GeoFileError) -> Terrain {
    try Terrain.open(resolvedPaths, reading: reading, within: folder, cache: cache)
  }
}
