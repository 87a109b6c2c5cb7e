public import Geodesy

/// A point of a route.
public struct Waypoint: Sendable, Hashable {
  /// Position.
  public var position: Position
  /// Height or altitude of the aircraft; between waypoints it changes linearly with distance.
  public var altitude: Altitude

  /// A point of a route.
  public init(position: Position, altitude: Altitude) {
    self.position = position
    self.altitude = altitude
  }
}
