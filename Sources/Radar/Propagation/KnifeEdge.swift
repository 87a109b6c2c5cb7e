internal import Foundation

/// Diffraction over one knife edge.
enum KnifeEdge {
  /// The loss J(ν), dB, for the dimensionless parameter ν of the edge's height over the ray.
  ///
  /// An approximation of the Fresnel integral for ν above −0.78, where it is zero.
  /// - Source: ITU-R P.526-15, eq. 31.
  static func loss(_ nu: Double) -> Double {
    guard nu > -0.78 else { return 0 }
    let x = nu - 0.1
    return 6.9 + 20 * log10((x * x + 1).squareRoot() + x)
  }
}
