public import Geodesy

/// A point of a route.
public struct Waypoint: Sendable, Hashable {
  /// Where.
  public var position: Position
  /// How high the aircraft is there; between waypoints the height changes linearly with distance.
  public var altitude: Altitude

  /// A point of a route.
  public init(position: Position, altitude: Altitude) {
    self.position = position
    self.altitude = altitude
  }
}
