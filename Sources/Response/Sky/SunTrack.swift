internal import Foundation

/// The Sun in the course of a day, from its place at three instants.
///
/// The place is interpolated on a parabola, whose error over 26 hours is below 0.1″.
struct SunTrack {
  private let middle: Double
  private let half: Double
  /// Metres from the Earth's centre: at the middle, first and second differences.
  private let value, slope, bend: SIMD3<Double>
  /// Apparent sidereal time at the middle, rad.
  private let siderealTime: Double

  /// The Sun within so many seconds of an instant, seconds since 1970.
  init(around middle: Double, within half: Double) {
    self.middle = middle
    self.half = half
    func place(_ seconds: Double) -> SIMD3<Double> {
      let centuries = EarthRotation.dynamicalCenturies(UniversalTime(secondsSince1970: seconds))
      return SunPlace.equatorial(centuries: centuries, Ecliptic(centuries: centuries))
    }
    let (before, now, after) = (place(middle - half), place(middle), place(middle + half))
    value = now
    slope = (after - before) / 2
    bend = (after + before) / 2 - now
    let time = UniversalTime(secondsSince1970: middle)
    siderealTime =
      EarthRotation.siderealTime(time)
      + Ecliptic(centuries: EarthRotation.dynamicalCenturies(time)).equationOfEquinoxes
  }

  /// The altitude of the Sun's centre over a horizon, without refraction, rad.
  func altitude(over horizon: Horizon, at seconds: Double) -> Double {
    let share = (seconds - middle) / half
    let body = value + share * (slope + share * bend)
    return horizon.altitude(of: body, siderealTime: siderealTime + (seconds - middle) * EarthRotation.rate)
  }

  /// The time of the upper transit next to the middle at a longitude (rad), seconds since 1970.
  func transit(longitude: Double) -> Double {
    var seconds = middle
    // The hour angle goes on by 15° an hour to 0.1 %: three steps are enough for a microsecond.
    for _ in 0..<4 {
      let share = (seconds - middle) / half
      let body = value + share * (slope + share * bend)
      let hourAngle = siderealTime + (seconds - middle) * EarthRotation.rate + longitude - atan2(body.y, body.x)
      seconds -= hourAngle.remainder(dividingBy: 2 * .pi) / (2 * .pi) * 86_400
    }
    return seconds
  }
}
