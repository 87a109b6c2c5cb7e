public import Units

/// How terrain is read where its files do not say.
public struct TerrainReading: Sendable, Hashable {
  /// What is assumed where there is no tile.
  public var missing: MissingTerrain
  /// What heights below sea level mean.
  public var sea: SeaTerrain
  /// What is assumed where a tile has no value: unknown ground, or sea where the void is open to it.
  public var voids: MissingTerrain
  /// The unit of heights; nil for the unit in the files, or metres where they state none.
  public var heights: HeightUnit?
  /// How far the ground may stand above or below what the files say: radars are taken to see what they see over ground
  /// that is so much higher than it is for them. Zero for none stated.
  public var error = Length.zero
  /// Whether heights are of the bare ground or of a surface; nil for what the files are recognised as.
  public var model: TerrainModel.Kind?

  /// Creates a reading; the defaults suit most terrain.
  public init(
    missing: MissingTerrain = .unknown, sea: SeaTerrain = .detect, voids: MissingTerrain = .unknown,
    heights: HeightUnit? = nil, model: TerrainModel.Kind? = nil, error: Length = .zero
  ) {
    self.error = error
    self.missing = missing
    self.sea = sea
    self.voids = voids
    self.heights = heights
    self.model = model
  }
}
