internal import Foundation
internal import Geodesy
internal import Units

/// Radii of curvature of the ellipsoid at a place, metres.
struct EarthCurvature: Sendable {
  /// In the meridian.
  let meridian: Double
  /// Across the meridian, in the prime vertical.
  let normal: Double

  init(meridian: Double, normal: Double) {
    self.meridian = meridian
    self.normal = normal
  }

  /// On WGS 84.
  init(at position: Position) {
    let a = EarthFigure.semiMajorAxis.metres
    let f = EarthFigure.flattening
    let e2 = f * (2 - f)
    let sine = sin(position.latitudeDegrees * .pi / 180)
    let root = 1 - e2 * sine * sine
    meridian = a * (1 - e2) / (root * root.squareRoot())
    normal = a / root.squareRoot()
  }

  /// The mean of both.
  var mean: Double { (meridian + normal) / 2 }

  /// Radius in an azimuth, radians.
  /// - Source: Euler's formula, 1/R = cos²α/M + sin²α/N.
  func radius(azimuth: Double) -> Double {
    let (s, c) = (sin(azimuth), cos(azimuth))
    return 1 / (c * c / meridian + s * s / normal)
  }
}
