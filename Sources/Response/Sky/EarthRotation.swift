internal import Foundation

/// How far the Earth has turned, and how uniform its time is.
enum EarthRotation {
  /// Julian centuries of UT from J2000.0.
  static func centuries(_ time: UniversalTime) -> Double {
    (time.secondsSince1970 / 86_400 + 2_440_587.5 - 2_451_545) / 36_525
  }

  /// Julian centuries of TT from J2000.0.
  static func dynamicalCenturies(_ time: UniversalTime) -> Double {
    let centuries = centuries(time)
    return centuries + deltaT(year: 2000 + centuries * 100) / (86_400 * 36_525)
  }

  /// Greenwich mean sidereal time, rad.
  static func siderealTime(_ time: UniversalTime) -> Double {
    let t = centuries(time)
    let days = t * 36_525
    let degrees = 280.46061837 + 360.98564736629 * days + 0.000387933 * t * t  // Meeus, 2nd ed., eq. 12.4
    return degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
  }

  /// Radians that the Earth turns against the stars in a second.
  static let rate = 360.98564736629 / 86_400 * Double.pi / 180

  /// TT less UT, s.
  ///
  /// A minute of it moves the Sun by 2.5″ and the Moon by 33″ in the sky, so that its future need not be known well.
  /// - Source: F. Espenak and J. Meeus, Five Millennium Canon of Solar Eclipses, NASA/TP-2006-214141, section 2.7, polynomials of
  ///   1900 to 2150.
  static func deltaT(year: Double) -> Double {
    func polynomial(_ t: Double, _ terms: [Double]) -> Double { terms.reversed().reduce(0) { $0 * t + $1 } }
    return switch year {
    case ..<1920: polynomial(year - 1900, [-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197])
    case ..<1941: polynomial(year - 1920, [21.20, 0.84493, -0.076100, 0.0020936])
    case ..<1961: polynomial(year - 1950, [29.07, 0.407, -1 / 233.0, 1 / 2547.0])
    case ..<1986: polynomial(year - 1975, [45.45, 1.067, -1 / 260.0, -1 / 718.0])
    case ..<2005:
      polynomial(year - 2000, [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599])
    case ..<2050: polynomial(year - 2000, [62.92, 0.32217, 0.005589])
    default: -20 + 32 * (year - 1820) * (year - 1820) / 10_000 - 0.5628 * (2150 - year)
    }
  }
}
