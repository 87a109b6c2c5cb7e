internal import Geodesy

/// A leg of a flight with the times at which it begins and ends, in seconds of local time.
public struct TimedLeg: Sendable {
  var leg: FlightPath.Leg
  var begin: Double
  var end: Double
  var isInbound: Bool
  /// Ground speed, metres a second.
  var speed: Double

  /// Place and height above the smooth ground at a time.
  func state(at time: Double) -> (position: Position, height: Double) {
    FlightPath.state(on: leg, atMetres: (time - begin) * speed)
  }
}
