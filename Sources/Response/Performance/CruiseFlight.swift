internal import Foundation
package import Geodesy
package import Units

/// A flight at cruise along a geodesic in the wind.
///
/// The wind is that of the altitude of the cruise and of the time at which the aircraft is there: one for the whole scenario, so
/// that along the way the course changes and the hour does.
/// - Accuracy: 0.1 s of an hour's flight in a wind that turns or doubles within hours; more where the aircraft barely holds its
///   course. Of 10,000 random meetings in winds that change, 2 are off by more than a second, the worst by 2.4 s, at grazing ends
///   (`meetings are those of a simulation in steps of a second`).
package struct CruiseFlight: Sendable {
  /// Why no time can be given.
  package enum Failure: Error {
    /// No heading holds a course in a wind.
    case noHeading(course: Angle, wind: WindVector)
  }

  /// A direction with its sine and cosine.
  private struct Course {
    var angle: Angle
    var east: Double
    var north: Double

    init(_ angle: Angle) {
      self.angle = angle
      east = sin(angle.degrees * .pi / 180)
      north = cos(angle.degrees * .pi / 180)
    }
  }

  /// How far apart the course is looked up along the way: it changes by less than a degree in this distance up to 80° of
  /// latitude, and the middle of a piece stands for it.
  private static let step = 20_000.0
  /// How often the wind is looked up where it changes with time, seconds: within a minute it is linear.
  private static let minute = 60.0

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
    // In the order in which time is followed: backwards from an arrival.
    let middles = (0..<Int(clamping: count)).map { number in
      let along = whole * (isArrival ? count - Double(number) - 0.5 : Double(number) + 0.5) / count
      return Course(
        Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: .metres(along)).finalAzimuth)
    }
    let ends = isArrival ? (way.finalAzimuth, way.azimuth) : (way.azimuth, way.finalAzimuth)
    func speed(_ course: Course, after seconds: Double) throws(Failure) -> Double {
      let blowing = wind.wind(at: altitude, time: known + .seconds(clamping: isArrival ? -seconds : seconds))
      guard
        let speed = WindTriangle.groundSpeed(
          airspeed: airspeed.metresPerSecond, wind: blowing, directionEast: course.east, directionNorth: course.north)
      else { throw .noHeading(course: course.angle, wind: blowing) }
      return speed
    }
    // A course that is held in the middle of the first and of the last piece may not be at the ends of the way.
    _ = try speed(Course(ends.0), after: 0)
    var seconds = 0.0
    if changesWithTime {
      seconds = try Self.follow(whole, middles, speed)
    } else {
      for course in middles { seconds += whole / count / (try speed(course, after: seconds)) }
    }
    _ = try speed(Course(ends.1), after: seconds)
    return .seconds(clamping: seconds)
  }

  /// How long a way takes, by steps in time and the midpoint rule: where the aircraft nearly stands still, time is what is known.
  private static func follow(
    _ whole: Double, _ middles: [Course], _ speed: (Course, Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    func course(_ metres: Double) -> Course {
      middles[min(max(Int(clamping: metres / whole * Double(middles.count)), 0), middles.count - 1)]
    }
    var (metres, seconds) = (0.0, 0.0)
    while true {
      let first = try speed(course(metres), seconds)
      let step = min(minute, (whole - metres) / first)
      let half = course(metres + first * step / 2)
      let middle = try speed(half, seconds + step / 2)
      let left = whole - metres
      if left <= middle * step || step < minute { return seconds + left / middle }
      metres += middle * step
      seconds += step
      // Not within a day: it does not get there.
      if seconds > Double(Duration.secondsPerDay) { return .infinity }
    }
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
