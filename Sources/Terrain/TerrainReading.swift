/// What the reader of terrain is told beyond its files.
public struct TerrainReading: Sendable, Hashable {
  /// What lies where no tile is.
  public var missing: MissingTerrain
  /// What heights below sea level are.
  public var sea: SeaTerrain
  /// What lies where a tile has no value: unknown, or the sea where the void is open to it.
  public var voids: MissingTerrain
  /// The unit of heights; nil for what the files state, metres where they state none.
  public var heights: HeightUnit?

  /// The usual reading, with what differs.
  public init(
    missing: MissingTerrain = .unknown, sea: SeaTerrain = .detect, voids: MissingTerrain = .unknown,
    heights: HeightUnit? = nil
  ) {
    self.missing = missing
    self.sea = sea
    self.voids = voids
    self.heights = heights
  }
}
