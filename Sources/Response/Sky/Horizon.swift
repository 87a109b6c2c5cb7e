internal import Foundation
internal import Geodesy
internal import Units

/// The sky over a place on the ellipsoid, at sea level.
struct Horizon {
  /// From the Earth's centre in the frame that turns with the Earth, m: towards longitude 0°, 90° east and the pole.
  private let place: SIMD3<Double>
  /// Towards the zenith: the normal of the ellipsoid.
  private let zenith: SIMD3<Double>

  init(_ position: Position) {
    let latitude = position.latitudeDegrees * .pi / 180
    let longitude = position.longitudeDegrees * .pi / 180
    zenith = SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    let flattening = EarthFigure.flattening
    let square = flattening * (2 - flattening)
    // Radius of curvature in the prime vertical.
    let radius = EarthFigure.semiMajorAxis.metres / (1 - square * sin(latitude) * sin(latitude)).squareRoot()
    place = SIMD3(radius * zenith.x, radius * zenith.y, radius * (1 - square) * zenith.z)
  }

  /// The altitude of a body over the horizon of the place, without refraction, rad.
  /// - Parameters:
  ///   - body: Metres from the Earth's centre on the true equator of the date.
  ///   - siderealTime: Apparent sidereal time at Greenwich, rad.
  func altitude(of body: SIMD3<Double>, siderealTime: Double) -> Double {
    let (sine, cosine) = (sin(siderealTime), cos(siderealTime))
    let x = body.x * cosine + body.y * sine - place.x
    let y = body.y * cosine - body.x * sine - place.y
    let z = body.z - place.z
    let length = (x * x + y * y + z * z).squareRoot()
    return asin((x * zenith.x + y * zenith.y + z * zenith.z) / length)
  }
}
