public import Units

/// Where a terrain lies: the outer edges of its cells, and how large a cell is in its middle.
public struct TerrainExtent: Sendable, Hashable {
  /// Longitude of the western edge, degrees; east of ``east`` where the terrain spans the antimeridian. Nil when unknown.
  public var west: Double?
  /// Longitude of the eastern edge, degrees; nil when unknown.
  public var east: Double?
  /// Latitude of the southern edge, degrees; nil when unknown.
  public var south: Double?
  /// Latitude of the northern edge, degrees; nil when unknown.
  public var north: Double?
  /// A cell's size from west to east, in the middle; nil when unknown.
  public var cellEast: Length?
  /// A cell's size from south to north, in the middle; nil when unknown.
  public var cellNorth: Length?
}
