internal import Foundation

/// Where the Sun is, as it is seen from the Earth's centre.
///
/// - Source: J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapter 25, higher accuracy: VSOP87, aberration, nutation.
enum SunPlace {
  /// The astronomical unit, m, exactly.
  static let astronomicalUnit = 149_597_870_700.0  // IAU 2012, resolution B2

  /// The Sun on the ecliptic of the date.
  struct OnEcliptic {
    /// From the mean equinox, aberration applied, rad.
    var longitude: Double
    /// Rad.
    var latitude: Double
    /// m.
    var distance: Double
  }

  static func ecliptic(centuries t: Double) -> OnEcliptic {
    let millennia = t / 10
    let distance = EarthSeries.sum(EarthSeries.distance, millennia)
    let arcsecond = Double.pi / 648_000
    let longitude =
      EarthSeries.sum(EarthSeries.longitude, millennia) + .pi
      - 0.09033 * arcsecond  // eq. 25.9, to the FK5
      - 20.4898 / distance * arcsecond  // eq. 25.10
    return OnEcliptic(
      longitude: longitude.truncatingRemainder(dividingBy: 2 * .pi),
      latitude: -EarthSeries.sum(EarthSeries.latitude, millennia), distance: distance * astronomicalUnit)
  }

  /// Metres from the Earth's centre on the true equator of the date, as ``Ecliptic`` has it.
  static func equatorial(centuries t: Double, _ frame: Ecliptic) -> SIMD3<Double> {
    let place = ecliptic(centuries: t)
    return frame.equatorial(longitude: place.longitude, latitude: place.latitude, distance: place.distance)
  }
}
