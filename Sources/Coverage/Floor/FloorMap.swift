public import GeoFiles

/// The line-of-sight floor of one antenna on the posts of a terrain.
public struct FloorMap: Sendable {
  /// For each post the lowest altitude above mean sea level, metres, at which a target over it is in line of sight; never
  /// below the ground. NaN beyond the range and where it is unknown (a void at the post or on the way, or missing
  /// terrain).
  public let grid: Grid<Float>
  /// Row of the terrain at which the grid starts.
  public let rowOffset: Int
  /// Column of the terrain at which the grid starts.
  public let columnOffset: Int
  /// Column of the antenna in the terrain; a whole number at a post.
  public let antennaColumn: Double
  /// Row of the antenna in the terrain.
  public let antennaRow: Double
  /// Whether the antenna stands outside the terrain, so that nothing is known.
  public let isAntennaOutside: Bool
}
