internal import Foundation

/// Diffraction over one knife edge.
enum KnifeEdge {
  /// The loss J(ν), dB, for the dimensionless parameter ν of the edge's height over the ray.
  ///
  /// An approximation of the Fresnel integral for ν above −0.78, where it is zero.
  /// - Source: ITU-R P.526-15, eq. 31.
  static func loss(_ nu: Double) -> Double {
    guard nu > clear else { return 0 }
    let x = nu - 0.1
    return 6.9 + 20 * log10((x * x + 1).squareRoot() + x)
  }

  /// Below this ν an edge takes nothing.
  static let clear = -0.78

  /// The loss of an equivalent edge with its correction for several edges, dB.
  /// - Source: ITU-R P.526-15, eq. 60.
  static func corrected(_ nu: Double, kilometres d: Double) -> Double {
    let loss = loss(nu)
    return loss + (1 - exp(-loss / 6)) * (10 + 0.02 * d)
  }

  /// The greatest ν whose corrected loss is no more than some decibels; ``clear`` for none and less.
  static func nu(corrected loss: Double, kilometres d: Double) -> Double {
    guard loss > 0 else { return clear }
    let more = 10 + 0.02 * d
    // Newton's way on J + (1 − e^(−J/6))·more, which is concave: from below it never passes the root.
    let loss = min(loss, 1000)
    var edge = 0.0
    for _ in 0..<30 {
      let share = exp(-edge / 6)
      let miss = loss - edge - (1 - share) * more
      edge += miss / (1 + share / 6 * more)
      if abs(miss) < 1e-9 { break }
    }
    // 20·log₁₀(√(x² + 1) + x) inverted.
    let ratio = pow(10, (edge - 6.9) / 20)
    return max(0.1 + (ratio - 1 / ratio) / 2, clear)
  }
}
