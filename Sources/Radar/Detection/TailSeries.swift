internal import Foundation

/// Σ over j of w(j)·t(j), w being the density of the energy count J (``EnergyCounts``) and t a detector's tails, as a
/// polynomial whose coefficients hold all that does not depend on the energy.
///
/// A steady echo has w(j) = e^−E·Eʲ/j!, a polynomial in E; a gamma distributed energy of shape k has
/// w(j) = (1 − q)ᵏ·qʲ·Γ(j + k)/(Γ(k)·j!) with q = E/(k + E), one in q. All terms are positive, so that no digits are lost.
struct TailSeries: Sendable {
  /// Tables longer than this would leave the range of numbers.
  private static let longest = 1000
  /// Energies are divided by this, so that Eʲ/j! stays within the range of numbers.
  private static let unit = 100.0

  private let shape: Double?
  private let threshold: Double
  /// Four coefficients of one group each, from the lowest power on.
  private let below: [SIMD4<Double>]
  private let above: [SIMD4<Double>]
  /// The last coefficient of w without its power, and that power.
  private let last: (factor: Double, power: Double)

  /// The series of a detector; nil where its coefficients would leave the range of numbers.
  /// - Parameters:
  ///   - below: P(N + j, T) for j from zero on.
  ///   - above: Q(N + j, T) for the same j.
  ///   - shape: Of the energy's gamma distribution; nil for a steady echo.
  init?(below: [Double], above: [Double], threshold: Double, shape: Double?) {
    guard below.count <= Self.longest else { return nil }
    (self.shape, self.threshold) = (shape, threshold)
    var factors = [1.0]
    for j in 1..<max(below.count, 2) {
      let growth = shape.map { ($0 + Double(j - 1)) / Double(j) } ?? Self.unit / Double(j)
      factors.append(factors[j - 1] * growth)
    }
    guard factors.allSatisfy({ $0 < 1e290 }) else { return nil }
    func grouped(_ tails: [Double]) -> [SIMD4<Double>] {
      stride(from: 0, to: tails.count, by: 4).map { first in
        var group = SIMD4<Double>.zero
        for j in first..<min(first + 4, tails.count) { group[j - first] = factors[j] * tails[j] }
        return group
      }
    }
    self.below = grouped(below)
    self.above = grouped(above)
    last = (factors[below.count - 1], Double(below.count - 1))
  }

  /// The sums over both tails for a mean energy; nil where the polynomial would leave the range of numbers.
  /// - Complexity: O(length of the tables), a nanosecond for each four terms.
  func probability(energy: Double) -> DetectionProbability? {
    guard energy < 1e300 else { return DetectionProbability(detected: 1, missed: 0) }
    let x = shape.map { energy / ($0 + energy) } ?? energy / Self.unit
    let whole = shape.map { -$0 * log1p(energy / $0) } ?? -energy
    if shape == nil, energy > threshold {
      // 1 − Q₁(a, b) < e^(−(a − b)²/2)/2 for a > b, and more pulses miss less: below the least number.
      let apart = energy.squareRoot() - threshold.squareRoot()
      if apart * apart > 745 { return DetectionProbability(detected: 1, missed: 0) }
    }
    // The polynomial of a steady echo grows like e^(2·√(E·T) − T).
    guard whole > -1400, shape != nil || 2 * (energy * threshold).squareRoot() - threshold < 690 else { return nil }
    // In two halves, since the polynomial may be as great as this is small.
    let half = exp(whole / 2)
    let missed = Self.value(below, x) * half * half
    if missed < 0.5 { return DetectionProbability(detected: 1 - missed, missed: missed) }
    let detected = Self.value(above, x) * half * half
    let weight = last.factor * pow(x, last.power) * half * half
    // Beyond the table a sum passes the threshold but for 1e-300.
    let rest = EnergyCounts(energy: energy, shape: shape).tail(
      after: last.power, density: weight, until: detected * 1e-17)
    return DetectionProbability(detected: detected + rest, missed: min(missed, 1))
  }

  private static func value(_ groups: [SIMD4<Double>], _ x: Double) -> Double {
    let square = x * x
    let fourth = square * square
    var sum = SIMD4<Double>.zero
    for group in groups.reversed() { sum = sum * fourth + group }
    return sum[0] + sum[1] * x + (sum[2] + sum[3] * x) * square
  }
}
