public import GeoFiles

/// The line-of-sight floor of one antenna on the posts of a terrain.
public struct FloorMap: Sendable {
  /// For each post the lowest altitude above mean sea level, metres, at which a target over it is in line of sight; never
  /// below the ground. NaN where it is unknown (a void at the post or on the way, or terrain that is not there) and beyond
  /// the range.
  public let grid: Grid<Float>
  /// The terrain's row that is the grid's first.
  public let rowOffset: Int
  /// The terrain's column that is the grid's first.
  public let columnOffset: Int
  /// Column of the antenna in the terrain; a whole number at a post.
  public let antennaColumn: Double
  /// Row of the antenna in the terrain.
  public let antennaRow: Double
  /// Whether the antenna stands outside the terrain, so that nothing is known.
  public let isAntennaOutside: Bool
}
