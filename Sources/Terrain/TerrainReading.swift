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
  /// Whether heights are of the bare ground or of a surface; nil for what the files are recognised as.
  public var model: TerrainModel.Kind?
  /// How far the ground may stand above or below what the files say: radars are taken to see what they see over ground
  /// that is so much higher than it is for them. Zero for none stated.
  public var error = Length.zero
  /// Within which distance of an antenna the ground shares the error of the antenna's own; nil where it is not stated.
  public var errorCorrelation: Length?

  /// The same, with the default where it is not stated.
  public var errorRadius: Length { errorCorrelation ?? Self.defaultErrorCorrelation }

  /// Where nothing is stated: errors of elevation models built from radar from space are alike over some hundred metres.
  public static let defaultErrorCorrelation = Length.metres(500)

  /// Creates a reading; the defaults suit most terrain.
  public init(
    missing: MissingTerrain = .unknown, sea: SeaTerrain = .detect, voids: MissingTerrain = .unknown,
    heights: HeightUnit? = nil, model: TerrainModel.Kind? = nil, error: Length = .zero,
    errorCorrelation: Length? = nil
  ) {
    self.error = error
    self.errorCorrelation = errorCorrelation
    self.missing = missing
    self.sea = sea
    self.voids = voids
    self.heights = heights
    self.model = model
  }
}
