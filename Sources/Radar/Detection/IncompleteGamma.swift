internal import Foundation

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), each with its own digits.
///
/// The smaller one comes from its series (x below a + 1) or its continued fraction, so that neither is a difference of
/// numbers near one.
/// - Accuracy: 1e-12 relative for a up to 10⁵ where the function is the smaller of both
///   (`probabilities of detection agree with the exact table`).
/// - Source: NIST Digital Library of Mathematical Functions, 8.11.4 and 8.9.2.
struct IncompleteGamma {
  /// P(a, x), the lower function.
  let lower: Double
  /// Q(a, x), the upper function.
  let upper: Double

  init(_ a: Double, _ x: Double) {
    guard x > 0 else {
      (lower, upper) = (0, 1)
      return
    }
    let density = DiscreteDensities.poisson(a, mean: x)  // xᵃ·e^−x/Γ(a + 1)
    if x < a + 1 {
      var (term, sum, n) = (1.0, 1.0, a)
      while term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      lower = min(density * sum, 1)
      upper = 1 - lower
    } else {
      upper = min(density * a * IncompleteGamma.fraction(a, x), 1)
      lower = 1 - upper
    }
  }

  /// The continued fraction of Γ(a, x)·eˣ·x^−a, by Lentz's method.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = Double.infinity
    var d = 1 / b
    var value = d
    for i in 1...100_000 {
      let n = Double(i)
      let numerator = -n * (n - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    return value
  }
}
