internal import Foundation
package import Geodesy
package import Units

/// A flight at cruise along a geodesic in the wind.
package struct CruiseFlight: Sendable {
  /// Why no time can be given.
  package enum Failure: Error {
    /// No heading holds a course in a wind.
    case noHeading(course: Angle, wind: WindVector)
  }

  /// How far apart the wind is looked up along the way. It is one for the whole scenario: what changes is the course, by less
  /// than a degree in this distance up to 80° of latitude, and the time of day.
  private static let step = 20_000.0

  /// True airspeed.
  package var airspeed: Speed
  /// Above mean sea level.
  package var altitude: Length
  /// The wind; nil for still air.
  package var wind: WindProfile?

  /// How long it takes.
  /// - Parameter start: The local time of day at which the cruise begins.
  /// - Returns: In still air exactly distance by airspeed.
  package func time(from a: Position, to b: Position, distance: Length, at start: Duration) throws(Failure) -> Duration
  {
    let whole = distance.metres
    guard let wind, !wind.isCalm, whole > 0 else {
      return .seconds(clamping: whole / airspeed.metresPerSecond)
    }
    let way = Ellipsoid.wgs84.inverse(from: a, to: b)
    let count = max(1, (whole / Self.step).rounded(.up))
    var seconds = 0.0
    for number in stride(from: 0, to: count, by: 1) {
      let middle = whole * (number + 0.5) / count
      let course = Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: .metres(middle)).finalAzimuth
      let now = start + .seconds(clamping: seconds)
      let blowing = wind.wind(at: altitude, time: now)
      let radians = course.degrees * .pi / 180
      guard
        let speed = WindTriangle.groundSpeed(
          airspeed: airspeed.metresPerSecond, wind: blowing, directionEast: sin(radians), directionNorth: cos(radians))
      else { throw .noHeading(course: course, wind: blowing) }
      seconds += whole / count / speed
    }
    return .seconds(clamping: seconds)
  }

  /// How long a distance takes against the wind, whatever the direction: no way of this length takes longer.
  package func longest(_ distance: Length, at start: Duration) throws(Failure) -> Duration {
    guard let wind, !wind.isCalm else { return .seconds(clamping: distance.metres / airspeed.metresPerSecond) }
    let blowing = wind.wind(at: altitude, time: start)
    let speed = airspeed.metresPerSecond - blowing.speed.metresPerSecond
    guard speed > 0 else { throw .noHeading(course: blowing.direction, wind: blowing) }
    return .seconds(clamping: distance.metres / speed)
  }
}
