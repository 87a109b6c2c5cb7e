public import Geodesy
public import Radar
public import Units

/// A radar that stands, or would stand, at a place.
public struct RadarStation: Sendable, Hashable {
  /// The key of the site.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where the antenna stands.
  public var position: Position
  /// Elevation of the ground at the site above mean sea level; nil when unknown (the scenario's ground is taken).
  public var groundElevation: Length?
  /// Height of the antenna above that ground.
  public var antennaHeight: Length
  /// What kind of radar it is.
  public var type: RadarType

  /// A radar at a place.
  public init(
    id: String, name: String, position: Position, groundElevation: Length?, antennaHeight: Length, type: RadarType
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.groundElevation = groundElevation
    self.antennaHeight = antennaHeight
    self.type = type
  }
}
