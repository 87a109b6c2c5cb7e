/// The numbers of the Earth's figure, which every other part of the package takes from here.
package enum EarthFigure {
  /// The equatorial radius of WGS 84, a.
  /// - Source: NIMA TR8350.2, 3rd ed., table 3.1.
  package static let semiMajorAxis = Length.metres(6_378_137)
  /// The flattening of WGS 84, f.
  /// - Source: NIMA TR8350.2, 3rd ed., table 3.1, as its reciprocal.
  package static let flattening = 1 / 298.257223563
  /// The mean radius, R₁ = (2a + b)/3 of GRS 80, rounded to a decimetre.
  /// - Source: Moritz, Geodetic Reference System 1980, J. Geodesy 74, 2000.
  package static let meanRadius = Length.metres(6_371_008.8)

  /// Metres in a degree of a great circle of the mean sphere, to the metre.
  package static let metresPerDegree = (meanRadius.metres * .pi / 180).rounded()
}
