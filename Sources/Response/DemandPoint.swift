public import Geodesy
public import Units

/// A place that counts when it is reached: a village, a crossroads, where incidents were.
public struct DemandPoint: Sendable, Hashable {
  /// Identifier, unique in the scenario.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where it is.
  public var position: Position
  /// Elevation above mean sea level; nil when not stated: then that of the terrain.
  public var elevation: Length?
  /// How much it counts, zero or more: people who live there, incidents a year.
  public var weight: Double

  /// A point.
  public init(id: String, name: String, position: Position, elevation: Length? = nil, weight: Double = 1) {
    self.id = id
    self.name = name
    self.position = position
    self.elevation = elevation
    self.weight = weight
  }
}
