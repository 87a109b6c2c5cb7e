internal import Foundation
public import Units

/// A wind as the air's motion over the ground.
public struct WindVector: Sendable, Hashable {
  /// Towards the east, m/s.
  public var east: Double
  /// Towards the north, m/s.
  public var north: Double

  /// No wind.
  public static let calm = WindVector(east: 0, north: 0)

  /// A wind by its components towards east and north, m/s.
  public init(east: Double, north: Double) {
    self.east = east
    self.north = north
  }

  /// A wind as it is reported: the direction it blows from, clockwise from true north, and its speed.
  public init(from direction: Angle, speed: Speed) {
    let (sine, cosine) = DegreeTrigonometry.sineCosine(direction.degrees)
    east = -speed.metresPerSecond * sine
    north = -speed.metresPerSecond * cosine
  }

  /// How fast it blows.
  public var speed: Speed { .metresPerSecond((east * east + north * north).squareRoot()) }

  /// The direction it blows from, clockwise from true north, 0° to below 360°; 0° for no wind.
  public var direction: Angle {
    guard east != 0 || north != 0 else { return .zero }
    return .degrees(DegreeTrigonometry.compass(atan2(-east, -north) * 180 / .pi))
  }

  /// Whether both components are finite.
  public var isFinite: Bool { east.isFinite && north.isFinite }
}
