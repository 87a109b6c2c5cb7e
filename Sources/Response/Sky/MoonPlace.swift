internal import Foundation

/// Where the Moon is, as it is seen from the Earth's centre.
///
/// - Source: J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapter 47 (ELP-2000/82), with the terms of at least 0.003° in
///   longitude and latitude, and 20 km in distance.
/// - Accuracy: 0.03° (`the moon stands where another ephemeris has it`).
enum MoonPlace {
  /// Multiples of D, M, M′ and F; sine of the longitude, 10⁻⁶ degrees; cosine of the distance, m.
  private static let longitudeAndDistance: [Double] = [
    0, 0, 1, 0, 6288774, -20905355, 2, 0, -1, 0, 1274027, -3699111, 2, 0, 0, 0, 658314, -2955968,
    0, 0, 2, 0, 213618, -569925, 0, 1, 0, 0, -185116, 48888, 0, 0, 0, 2, -114332, -3149, 2, 0, -2, 0, 58793, 246158,
    2, -1, -1, 0, 57066, -152138, 2, 0, 1, 0, 53322, -170733, 2, -1, 0, 0, 45758, -204586,
    0, 1, -1, 0, -40923, -129620, 1, 0, 0, 0, -34720, 108743, 0, 1, 1, 0, -30383, 104755, 2, 0, 0, -2, 15327, 10321,
    0, 0, 1, 2, -12528, 0, 0, 0, 1, -2, 10980, 79661, 4, 0, -1, 0, 10675, -34782, 0, 0, 3, 0, 10034, -23210,
    4, 0, -2, 0, 8548, -21636, 2, 1, -1, 0, -7888, 24208, 2, 1, 0, 0, -6766, 30824, 1, 0, -1, 0, -5163, -8379,
    1, 1, 0, 0, 4987, -16675, 2, -1, 1, 0, 4036, -12831, 2, 0, 2, 0, 3994, -10445, 4, 0, 0, 0, 3861, -11650,
    2, 0, -3, 0, 3665, 14403,
  ]  // table 47.A

  /// Multiples of D, M, M′ and F; sine of the latitude, 10⁻⁶ degrees.
  private static let latitude: [Double] = [
    0, 0, 0, 1, 5128122, 0, 0, 1, 1, 280602, 0, 0, 1, -1, 277693, 2, 0, 0, -1, 173237, 2, 0, -1, 1, 55413,
    2, 0, -1, -1, 46271, 2, 0, 0, 1, 32573, 0, 0, 2, 1, 17198, 2, 0, 1, -1, 9266, 0, 0, 2, -1, 8822,
    2, -1, 0, -1, 8216, 2, 0, -2, -1, 4324, 2, 0, 1, 1, 4200, 2, 1, 0, -1, -3359,
  ]  // table 47.B

  /// The Moon on the ecliptic of the date.
  struct OnEcliptic {
    /// From the mean equinox, rad.
    var longitude: Double
    /// Rad.
    var latitude: Double
    /// m.
    var distance: Double
  }

  static func ecliptic(centuries t: Double) -> OnEcliptic {
    func angle(_ terms: [Double]) -> Double {
      let degrees = terms.reversed().reduce(0) { $0 * t + $1 }
      return degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
    }
    let mean = angle([218.3164477, 481_267.88123421, -0.0015786, 1 / 538_841.0, -1 / 65_194_000.0])  // eq. 47.1
    let elongation = angle([297.8501921, 445_267.1114034, -0.0018819, 1 / 545_868.0, -1 / 113_065_000.0])  // eq. 47.2
    let sun = angle([357.5291092, 35_999.0502909, -0.0001536, 1 / 24_490_000.0])  // eq. 47.3
    let anomaly = angle([134.9633964, 477_198.8675055, 0.0087414, 1 / 69_699.0, -1 / 14_712_000.0])  // eq. 47.4
    let node = angle([93.2720950, 483_202.0175233, -0.0036539, -1 / 3_526_000.0, 1 / 863_310_000.0])  // eq. 47.5
    let eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t  // eq. 47.6
    func argument(_ table: [Double], _ row: Int) -> (angle: Double, factor: Double) {
      let angle =
        table[row] * elongation + table[row + 1] * sun + table[row + 2] * anomaly + table[row + 3] * node
      let power = abs(table[row + 1])
      return (angle, power == 0 ? 1 : power == 1 ? eccentricity : eccentricity * eccentricity)
    }
    var (along, distance, across) = (0.0, 0.0, 0.0)
    for row in stride(from: 0, to: longitudeAndDistance.count, by: 6) {
      let (angle, factor) = argument(longitudeAndDistance, row)
      along += longitudeAndDistance[row + 4] * factor * sin(angle)
      distance += longitudeAndDistance[row + 5] * factor * cos(angle)
    }
    for row in stride(from: 0, to: latitude.count, by: 5) {
      let (angle, factor) = argument(latitude, row)
      across += latitude[row + 4] * factor * sin(angle)
    }
    // Page 338: Venus and the flattening of the Earth.
    let venus = angle([119.75, 131.849])
    along += 3958 * sin(venus) + 1962 * sin(mean - node)
    across -= 2235 * sin(mean)
    let degree = Double.pi / 180
    return OnEcliptic(
      longitude: mean + along * 1e-6 * degree, latitude: across * 1e-6 * degree, distance: 385_000_560 + distance)
  }

  /// Metres from the Earth's centre on the true equator of the date, as ``Ecliptic`` has it.
  static func equatorial(centuries t: Double, _ frame: Ecliptic) -> SIMD3<Double> {
    let place = ecliptic(centuries: t)
    return frame.equatorial(longitude: place.longitude, latitude: place.latitude, distance: place.distance)
  }
}
