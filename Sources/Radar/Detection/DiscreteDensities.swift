internal import Foundation

/// Probabilities of the Poisson and negative binomial distributions that keep their digits for large arguments.
///
/// `exp(−m)·mⁿ/n!` loses digits in proportion to its exponents. The saddle-point form writes the density by its deviance,
/// which is small wherever the density is not.
/// - Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
enum DiscreteDensities {
  /// ln(n!) less Stirling's √(2πn)·(n/e)ⁿ; n may be any positive number.
  static func stirlingError(_ n: Double) -> Double {
    if n < 16 { return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.918_938_533_204_672_8 }
    let inverse = 1 / (n * n)
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - inverse / 1188) * inverse) * inverse) * inverse) / n
  }

  /// x·ln(x/m) + m − x, the deviance of x from the mean m, without cancellation where they are near.
  static func deviance(_ x: Double, mean m: Double) -> Double {
    if abs(x - m) < 0.1 * (x + m) {
      let v = (x - m) / (x + m)
      var sum = (x - m) * v
      var power = 2 * x * v
      var divisor = 3.0
      while true {
        power *= v * v
        let next = sum + power / divisor
        if next == sum { return next }
        sum = next
        divisor += 2
      }
    }
    return x * log(x / m) + m - x
  }

  /// e^−m·mˣ/Γ(x + 1), the Poisson density continued to any x from zero on.
  static func poisson(_ x: Double, mean m: Double) -> Double {
    if m == 0 { return x == 0 ? 1 : 0 }
    if x == 0 { return exp(-m) }
    return exp(-stirlingError(x) - deviance(x, mean: m)) / (2 * .pi * x).squareRoot()
  }

  /// Γ(j + k)/(Γ(k)·j!)·θʲ/(1 + θ)^(j + k), the Poisson density mixed with a gamma distribution of shape k and scale θ.
  static func negativeBinomial(_ j: Double, shape k: Double, scale: Double) -> Double {
    if scale == 0 { return j == 0 ? 1 : 0 }
    if j == 0 { return exp(-k * log1p(scale)) }
    let n = j + k
    // The binomial density of k in n at 1/(1 + θ), times k/n.
    let exponent =
      stirlingError(n) - stirlingError(k) - stirlingError(j)
      - deviance(k, mean: n / (1 + scale)) - deviance(j, mean: n * (scale / (1 + scale)))
    return exp(exponent) * (n / (2 * .pi * k * j)).squareRoot() * (k / n)
  }
}
