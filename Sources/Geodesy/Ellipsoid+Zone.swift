internal import Foundation
internal import Units

extension Ellipsoid {
  /// The area of WGS 84 between the equator and a parallel, all around, m²; negative in the south.
  /// - Source: Snyder, Map Projections: A Working Manual, USGS PP 1395, eq. 3-12 (q), area = π·a²·q.
  package static func zone(toLatitudeDegrees latitude: Double) -> Double {
    let a = EarthFigure.semiMajorAxis.metres
    let f = EarthFigure.flattening
    let e = (f * (2 - f)).squareRoot()
    let sine = sin(latitude * .pi / 180)
    let q = (1 - e * e) * (sine / (1 - e * e * sine * sine) + atanh(e * sine) / e)
    return .pi * a * a * q
  }
}
