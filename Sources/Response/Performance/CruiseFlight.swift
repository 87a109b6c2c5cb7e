internal import Foundation
package import Geodesy
package import Units

/// A flight at cruise along a geodesic in the wind.
///
/// The wind is that of the altitude of the cruise and of the time at which the aircraft is there: one for the whole scenario, so
/// that along the way the course changes and the hour does.
/// - Accuracy: 0.1 s of an hour's flight in a wind that turns or doubles within hours, except where the aircraft barely holds
///   its course (`meetings are those of a simulation in steps of a second`).
package struct CruiseFlight: Sendable {
  /// Why no time can be given.
  package enum Failure: Error {
    /// No heading holds a course in a wind.
    case noHeading(course: Angle, wind: WindVector)
  }

  /// How far apart the course is looked up along the way: it changes by less than a degree in this distance up to 80° of
  /// latitude, and the middle of a piece stands for it.
  private static let step = 20_000.0
  /// How many parts a piece is cut into where the wind changes with time: 2.5 km are a minute at 40 m/s.
  private static let parts = 8

  /// True airspeed.
  package var airspeed: Speed
  /// Above mean sea level.
  package var altitude: Length
  /// The wind; nil for still air.
  package var wind: WindProfile?

  /// Whether the time of a flight depends on when it begins.
  package var changesWithTime: Bool { wind.map { !$0.isCalm && $0.changesWithTime } ?? false }

  /// The fastest that the wind blows in the course of the day at the altitude of the cruise.
  package var strongestWind: Speed {
    guard let wind, !wind.isCalm else { return .zero }
    // Between two times the wind is linear, so that it is never faster than at one of them.
    let times = Set(wind.levels.map { $0.time ?? .zero })
    return times.map { wind.wind(at: altitude, time: $0).speed }.max() ?? .zero
  }

  /// How long it takes.
  /// - Parameter start: The local time of day at which the cruise begins.
  /// - Returns: In still air exactly distance by airspeed.
  package func time(from a: Position, to b: Position, distance: Length, at start: Duration) throws(Failure) -> Duration
  {
    try time(from: a, to: b, distance: distance, at: start, isArrival: false)
  }

  /// How long it takes so as to arrive at a local time of day.
  package func time(
    from a: Position, to b: Position, distance: Length, arriving end: Duration
  ) throws(Failure) -> Duration {
    try time(from: a, to: b, distance: distance, at: end, isArrival: true)
  }

  private func time(
    from a: Position, to b: Position, distance: Length, at known: Duration, isArrival: Bool
  ) throws(Failure) -> Duration {
    let whole = distance.metres
    guard let wind, !wind.isCalm, whole > 0 else {
      return .seconds(clamping: whole / airspeed.metresPerSecond)
    }
    let way = Ellipsoid.wgs84.inverse(from: a, to: b)
    let count = max(1, (whole / Self.step).rounded(.up))
    let parts = changesWithTime ? Self.parts : 1
    let length = whole / count / Double(parts)
    var seconds = 0.0
    func speed(_ course: Angle, _ radians: (sine: Double, cosine: Double), after: Double) throws(Failure) -> Double {
      let blowing = wind.wind(at: altitude, time: known + .seconds(clamping: isArrival ? -after : after))
      guard
        let speed = WindTriangle.groundSpeed(
          airspeed: airspeed.metresPerSecond, wind: blowing, directionEast: radians.sine,
          directionNorth: radians.cosine)
      else { throw .noHeading(course: course, wind: blowing) }
      return speed
    }
    func direction(_ course: Angle) -> (sine: Double, cosine: Double) {
      (sin(course.degrees * .pi / 180), cos(course.degrees * .pi / 180))
    }
    // A course that is held in the middle of the first and of the last piece may not be at the ends of the way.
    let ends = isArrival ? (way.finalAzimuth, way.azimuth) : (way.azimuth, way.finalAzimuth)
    _ = try speed(ends.0, direction(ends.0), after: 0)
    for number in stride(from: 0, to: count, by: 1) {
      let middle = whole * (isArrival ? count - number - 0.5 : number + 0.5) / count
      let course = Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: .metres(middle)).finalAzimuth
      let along = direction(course)
      for _ in 0..<parts {
        var now = try speed(course, along, after: seconds)
        // The midpoint rule: the speed half-way through the part.
        if parts > 1 { now = try speed(course, along, after: seconds + length / 2 / now) }
        seconds += length / now
      }
    }
    _ = try speed(ends.1, direction(ends.1), after: seconds)
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
