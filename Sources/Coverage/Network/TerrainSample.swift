/// A place over a region of terrain.
public struct TerrainSample: Sendable, Hashable {
  /// Fractional column of the region's grid; NaN where the terrain's system has no answer.
  public var column: Double
  /// Fractional row.
  public var row: Double
  /// Ground above mean sea level, metres, from which heights above ground count; NaN where unknown.
  public var groundMetres: Double
}
