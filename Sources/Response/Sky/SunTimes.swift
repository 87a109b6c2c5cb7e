internal import Foundation
public import Geodesy
internal import Units

/// When the Sun rises and sets on a day, and when civil twilight begins and ends.
///
/// The day is the solar one of the place: from the Sun's lowest place to the next, around the noon that falls on the date in the
/// place's mean solar time, which is UTC and an hour for every 15° of longitude. So a dusk is on the date of the afternoon that
/// it ends, be it after midnight UTC, and every event belongs to one date.
///
/// Sunrise and sunset are when the upper limb is seen on a level horizon: the centre at −0.8333°, 34′ for refraction and 16′ for
/// the radius of the disc. Civil twilight ends with the centre at −6°. Heights of place and horizon, and the weather of the
/// refraction, are ignored: a mountain in the way takes minutes.
/// - Accuracy: within a second of JPL's DE421 up to 72° of latitude, and of where its Sun has the stated altitude to 0.0003° everywhere,
///   in UT1, which UTC is taken for (`twilights are those of JPL's ephemeris`).
/// - Source: J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapters 15 and 25; U.S. Naval Observatory, Rise, Set, and Twilight
///   Definitions, for the altitudes.
public struct SunTimes: Sendable, Hashable {
  /// The date of the place's solar day.
  public let date: CalendarDate
  /// Begin of civil twilight; nil where the Sun does not pass −6° on its way up.
  public let civilDawn: UniversalTime?
  /// Sunrise; nil where there is none.
  public let sunrise: UniversalTime?
  /// The Sun at its highest.
  public let noon: UniversalTime
  /// Sunset; nil where there is none.
  public let sunset: UniversalTime?
  /// End of civil twilight; nil where there is none.
  public let civilDusk: UniversalTime?
  /// How the Sun stands to its horizon on this day.
  public let sun: Course
  /// How it stands to civil twilight.
  public let civilLight: Course

  /// How the Sun passes an altitude in the course of a day.
  public enum Course: String, Sendable, Hashable, CaseIterable {
    /// Above it for a part of the day.
    case part
    /// Above it all day.
    case allDay = "all day"
    /// Never above it.
    case never
  }

  /// Altitude of the Sun's centre at sunrise and sunset, degrees: refraction of 34′ and radius of 16′.
  public static let riseDegrees = -50.0 / 60  // USNO definitions; Meeus, p. 102
  /// Altitude of the Sun's centre at the ends of civil twilight, degrees.
  public static let civilDegrees = -6.0  // USNO definitions

  /// The Sun over a place on a date of its solar time.
  /// - Complexity: some 0.1 ms.
  public init(at position: Position, on date: CalendarDate) {
    // As it is written: 180° has the date of Asia, −180° that of America.
    let written = position.longitudeDegrees
    let longitude = abs(written) <= 180 ? written : written.remainder(dividingBy: 360)
    let noon = (Double(date.daysSince1970) + 0.5 - longitude / 360) * 86_400
    let track = SunTrack(around: noon, within: 14 * 3600)
    let horizon = Horizon(position)
    let altitude = { (seconds: Double) in track.altitude(over: horizon, at: seconds) }
    let transit = track.transit(longitude: longitude * .pi / 180)
    // Near the poles the Sun's own motion moves its highest and lowest places away from the meridian.
    let turns = [transit - 43_200, transit, transit + 43_200].enumerated().map { index, near in
      Self.extremum(of: altitude, near: near, isHighest: index == 1)
    }
    let horizonCourse = Self.crossings(of: altitude, Self.riseDegrees, turns)
    let civilCourse = Self.crossings(of: altitude, Self.civilDegrees, turns)
    self.date = date
    self.noon = UniversalTime(secondsSince1970: transit)
    (sunrise, sunset, sun) = horizonCourse
    (civilDawn, civilDusk, civilLight) = civilCourse
  }

  /// When an altitude is passed upwards and downwards between three turns of the Sun.
  private static func crossings(
    of altitude: (Double) -> Double, _ degrees: Double, _ turns: [Double]
  ) -> (up: UniversalTime?, down: UniversalTime?, course: Course) {
    let limit = degrees * .pi / 180
    var (up, down): (UniversalTime?, UniversalTime?)
    for (begin, end) in zip(turns, turns.dropFirst()) {
      let isAbove = altitude(begin) >= limit
      guard isAbove != (altitude(end) >= limit) else { continue }
      var (low, high) = (begin, end)
      // To 20 µs.
      for _ in 0..<31 {
        let middle = (low + high) / 2
        if (altitude(middle) >= limit) == isAbove { low = middle } else { high = middle }
      }
      let time = UniversalTime(secondsSince1970: (low + high) / 2)
      if isAbove { down = time } else { up = up ?? time }
    }
    if up == nil, down == nil { return (nil, nil, altitude(turns[1]) >= limit ? .allDay : .never) }
    return (up, down, .part)
  }

  /// The time at which the altitude turns within three hours of another, by golden sections.
  private static func extremum(of altitude: (Double) -> Double, near: Double, isHighest: Bool) -> Double {
    let golden = 0.6180339887498949
    let sign = isHighest ? 1.0 : -1.0
    var (low, high) = (near - 10_800, near + 10_800)
    // To 0.1 s; the altitude is flat there.
    for _ in 0..<26 {
      let (a, b) = (high - golden * (high - low), low + golden * (high - low))
      if sign * altitude(a) > sign * altitude(b) { high = b } else { low = a }
    }
    return (low + high) / 2
  }
}
