public import Terrain

extension Scenario {
  /// Where a scenario's terrain comes from.
  public struct TerrainSource: Sendable, Hashable {
    /// Files and folders as scenario.yaml names them.
    public var paths: [String]
    /// The same, from the folder in which the tool runs.
    public var resolvedPaths: [String]
    /// What is told of the terrain beyond its files.
    public var reading: TerrainReading
    /// The scenario's folder, which its VRTs may not leave; nil: a VRT may not leave its own.
    public var folder: String?

    /// A source.
    public init(
      paths: [String], resolvedPaths: [String], reading: TerrainReading = TerrainReading(), folder: String? = nil
    ) {
      self.folder = folder
      self.paths = paths
      self.resolvedPaths = resolvedPaths
      self.reading = reading
    }
  }
}
