internal import Foundation
public import Geodesy
public import Units

/// Sun and Moon over a place at an instant.
public struct SkyView: Sendable, Hashable {
  /// Altitude of the Sun's centre over the level horizon, without refraction.
  public let sunAltitude: Angle
  /// Altitude of the Moon's centre, without refraction.
  public let moonAltitude: Angle
  /// Share of the Moon's disc that is lit, 0 to 1.
  public let moonIlluminated: Double

  /// Sun and Moon over a place at an instant from 1900 to 2100.
  /// - Accuracy: Sun 0.001°, Moon 0.03°, share 0.001 (`the moon stands where another ephemeris has it`).
  /// - Source: J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapters 25, 47 and 48.
  public init(at position: Position, _ time: UniversalTime) {
    let centuries = EarthRotation.dynamicalCenturies(time)
    let frame = Ecliptic(centuries: centuries)
    let sidereal = EarthRotation.siderealTime(time) + frame.equationOfEquinoxes
    let horizon = Horizon(position)
    let sun = SunPlace.equatorial(centuries: centuries, frame)
    let moon = MoonPlace.equatorial(centuries: centuries, frame)
    sunAltitude = .radians(horizon.altitude(of: sun, siderealTime: sidereal))
    moonAltitude = .radians(horizon.altitude(of: moon, siderealTime: sidereal))
    let (far, near) = ((sun * sun).sum().squareRoot(), (moon * moon).sum().squareRoot())
    let elongation = acos(min(max((sun * moon).sum() / (far * near), -1), 1))
    let phase = atan2(far * sin(elongation), near - far * cos(elongation))  // Meeus, eq. 48.3
    moonIlluminated = (1 + cos(phase)) / 2  // eq. 48.1
  }
}
