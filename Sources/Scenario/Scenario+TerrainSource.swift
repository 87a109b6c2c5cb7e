public import Terrain

extension Scenario {
  /// The source of a scenario's terrain.
  public struct TerrainSource: Sendable, Hashable {
    /// Files and folders as scenario.yaml names them.
    public var paths: [String]
    /// The same, from the folder in which the tool runs.
    public var resolvedPaths: [String]
    /// How to read the files where they do not say.
    public var reading: TerrainReading
    /// The scenario's folder, which its VRTs must not leave; nil for each VRT's own folder.
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
