public import Geodesy

/// How a file of observations is read where it does not say.
public struct ObservedOptions: Sendable {
  /// The coordinate reference system of its coordinates; nil for that of the file, else WGS 84.
  public var crs: String?
  /// The layer of a file that holds several.
  public var layer: String?
  /// What third coordinates are: `amsl`, `agl`, `amsl_ft`, `agl_ft` or `ignore`, as for layers of a scenario.
  public var heights: String?
  /// The file's columns for ours: `("altitude_amsl_m", "geoaltitude")`.
  public var columns: [(ours: String, theirs: String)]
  /// The altitude of observations that have none.
  public var altitude: Altitude?
  /// The part of an outline: `last24h`, `alltime`; nil for the one with the most points.
  public var part: String?

  /// Options; by default the file says everything.
  public init(
    crs: String? = nil, layer: String? = nil, heights: String? = nil, columns: [(ours: String, theirs: String)] = [],
    altitude: Altitude? = nil, part: String? = nil
  ) {
    self.crs = crs
    self.layer = layer
    self.heights = heights
    self.columns = columns
    self.altitude = altitude
    self.part = part
  }
}
