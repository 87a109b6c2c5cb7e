internal import Foundation

/// The ecliptic of a date: its obliquity, and how nutation moves the equinox.
///
/// - Source: J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapter 22, with the four largest terms of the nutation.
/// - Accuracy: 0.5″ in longitude and 0.1″ in obliquity (p. 144).
struct Ecliptic {
  /// Nutation in longitude, rad.
  let nutation: Double
  /// True obliquity, rad.
  let obliquity: Double

  /// The ecliptic so many Julian centuries of TT after J2000.0.
  init(centuries t: Double) {
    func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let sun = 280.4665 + 36_000.7698 * t  // p. 144, L
    let moon = 218.3165 + 481_267.8813 * t  // p. 144, L′
    let node = 125.04452 - 1934.136261 * t  // p. 144, Ω
    let arcsecond = Double.pi / 648_000
    nutation =
      (-17.20 * sine(node) - 1.32 * sine(2 * sun) - 0.23 * sine(2 * moon) + 0.21 * sine(2 * node)) * arcsecond
    let mean = 84_381.448 - 46.8150 * t - 0.00059 * t * t + 0.001813 * t * t * t  // eq. 22.2
    obliquity =
      (mean + 9.20 * cosine(node) + 0.57 * cosine(2 * sun) + 0.10 * cosine(2 * moon) - 0.09 * cosine(2 * node))
      * arcsecond
  }

  /// The place of a body on the true equator and equinox of the date.
  /// - Parameters:
  ///   - longitude: On the ecliptic from the mean equinox, rad.
  ///   - latitude: From the ecliptic, rad.
  /// - Returns: Towards the equinox, a quarter turn east of it, and the pole, in the unit of the distance.
  func equatorial(longitude: Double, latitude: Double, distance: Double) -> SIMD3<Double> {
    let apparent = longitude + nutation
    let x = cos(latitude) * cos(apparent)
    let y = cos(latitude) * sin(apparent)
    let z = sin(latitude)
    let (sine, cosine) = (sin(obliquity), cos(obliquity))
    return SIMD3(distance * x, distance * (y * cosine - z * sine), distance * (y * sine + z * cosine))
  }

  /// What has to be added to mean sidereal time to make it apparent, rad.
  var equationOfEquinoxes: Double { nutation * cos(obliquity) }
}
