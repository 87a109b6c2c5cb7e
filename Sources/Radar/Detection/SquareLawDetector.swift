internal import Foundation
public import Units

/// A detector that sums the squared envelopes of N pulses and compares the sum with a threshold.
///
/// Noise is Gaussian and white, its power known; the threshold is fixed (no constant-false-alarm loss). Pulses are
/// summed without regard to phase. With the noise's mean power as unit, the sum is gamma distributed with shape N in
/// noise, and with shape N + J where an echo is present, J being Poisson distributed with the pulses' summed energy as
/// its mean. Each Swerling case draws that energy from a gamma distribution, so that J becomes negative binomial.
/// Both probabilities are sums of positive terms.
/// - Source: J. I. Marcum, RAND RM-754 (1947); P. Swerling, RAND RM-1217 (1954); the mixture as in D. A. Shnidman, IEEE
///   Trans. AES 31 (1995), 2.
public struct SquareLawDetector: Sendable {
  /// The number of pulses summed.
  public let pulses: Int
  /// The probability that noise alone passes the threshold.
  public let falseAlarmProbability: Double
  /// The threshold, in units of the mean noise power of one pulse.
  public let threshold: Double
  /// P(N + j, T), the probability that the sum stays below the threshold, for j from zero on, down to 1e-300.
  private let below: [Double]
  /// Q(N + j, T), the probability that the sum passes the threshold, for the same j.
  private let above: [Double]
  /// The sums for each fluctuation in the order of its cases; nil for many pulses.
  private let series: [TailSeries?]

  /// A detector with a threshold for a probability of false alarm.
  /// - Parameters:
  ///   - pulses: The number of pulses summed, 1 to 100,000.
  ///   - falseAlarmProbability: Above zero and below one.
  /// - Throws: ``DetectionError`` for either out of its range.
  /// - Complexity: O(threshold); the threshold is near N + 5·√N for many pulses.
  public init(pulses: Int, falseAlarmProbability: Double) throws {
    guard (1...100_000).contains(pulses) else {
      throw DetectionError(.pulsesOutOfRange, "\(pulses) pulses", remedy: "give 1 to 100000")
    }
    guard falseAlarmProbability >= 1e-200, falseAlarmProbability < 1 else {
      throw DetectionError(
        .falseAlarmOutOfRange,
        "a probability of false alarm of \(falseAlarmProbability.powerText)", remedy: "give one from 1e-200 to below 1")
    }
    self.pulses = pulses
    self.falseAlarmProbability = falseAlarmProbability
    threshold = SquareLawDetector.threshold(shape: Double(pulses), tail: falseAlarmProbability)
    let tails = SquareLawDetector.tails(shape: Double(pulses), threshold: threshold)
    (below, above) = tails
    let level = threshold
    series = TargetFluctuation.allCases.map {
      TailSeries(below: tails.below, above: tails.above, threshold: level, shape: $0.shape(pulses: pulses))
    }
  }

  /// Where Q(shape, x) has a value, by Newton's steps on ln Q inside a bracket.
  private static func threshold(shape: Double, tail: Double) -> Double {
    var low = 0.0
    var high = shape + 40 * shape.squareRoot() - 4 * log(tail) + 40
    var x = min(shape + 3 * shape.squareRoot(), high)
    for _ in 0..<200 {
      let upper = IncompleteGamma(shape, x).upper
      if upper > tail { low = x } else { high = x }
      // d(ln Q)/dx = −density/Q; the density of the gamma distribution at x is the Poisson's at shape − 1.
      let slope = DiscreteDensities.poisson(shape - 1, mean: x)
      var next = x + (log(upper) - log(tail)) * upper / slope
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      if abs(next - x) <= 1e-15 * x { return next }
      x = next
    }
    return x
  }

  /// P(N + j, T) and Q(N + j, T): Q rises and P falls with j by Tᵃ·e^−T/Γ(a + 1), so Q is summed upward, P downward.
  private static func tails(shape: Double, threshold: Double) -> (below: [Double], above: [Double]) {
    let first = IncompleteGamma(shape, threshold)
    var steps = [DiscreteDensities.poisson(shape, mean: threshold)]
    // P(a, T) is at most the step before it times a/(a − T) where a lies above T.
    while shape + Double(steps.count) <= threshold + 1 || steps[steps.count - 1] > 1e-300 {
      steps.append(steps[steps.count - 1] * threshold / (shape + Double(steps.count)))
    }
    var above = [first.upper]
    for step in steps { above.append(min(above[above.count - 1] + step, 1)) }
    var below = [Double](repeating: 0, count: above.count)
    below[steps.count] = IncompleteGamma(shape + Double(steps.count), threshold).lower
    for j in stride(from: steps.count - 1, through: 0, by: -1) { below[j] = below[j + 1] + steps[j] }
    return (below, above)
  }

  /// The probability of detecting a target.
  /// - Parameters:
  ///   - snr: Mean ratio of signal to noise power of one pulse, at the detector's input.
  ///   - fluctuation: How the echo varies.
  /// - Accuracy: 1e-9 relative in both probabilities (`probabilities of detection agree with the exact table`).
  /// - Complexity: O(threshold); O(1) for Swerling 2.
  public func probability(snr: Decibels, _ fluctuation: TargetFluctuation) -> DetectionProbability {
    let n = Double(pulses)
    let ratio = snr.ratio
    guard ratio > 0 else {
      return DetectionProbability(detected: falseAlarmProbability, missed: 1 - falseAlarmProbability)
    }
    guard ratio.isFinite else { return DetectionProbability(detected: 1, missed: 0) }
    if fluctuation == .swerling2 || (fluctuation == .swerling1 && pulses == 1) {
      // The sum stays gamma distributed, of shape N and scale 1 + S.
      let sum = IncompleteGamma(n, threshold / (1 + ratio))
      return DetectionProbability(detected: sum.upper, missed: sum.lower)
    }
    if let sum = series[fluctuation.rawValue]?.probability(energy: n * ratio) { return sum }
    return sum(over: EnergyCounts(energy: n * ratio, shape: fluctuation.shape(pulses: pulses)))
  }

  /// Σ of w(j)·Q(N + j, T) and of w(j)·P(N + j, T) over j, w being the density of J.
  private func sum(over counts: EnergyCounts) -> DetectionProbability {
    let last = below.count - 1
    let start = counts.mode >= Double(last) ? last : Int(counts.mode)
    let weight = counts.density(Double(start))
    var (detected, missed) = (0.0, 0.0)
    var w = weight
    for j in stride(from: start, through: 0, by: -1) {
      detected += w * above[j]
      missed += w * below[j]
      if j > 0 { w /= counts.growth(Double(j - 1)) }
    }
    w = weight
    for j in start..<last {
      w *= counts.growth(Double(j))
      detected += w * above[j + 1]
      missed += w * below[j + 1]
    }
    if missed < 0.5 { return DetectionProbability(detected: 1 - missed, missed: missed) }
    // Beyond the table a sum passes the threshold but for 1e-300.
    detected += counts.tail(after: Double(last), density: w, until: detected * 1e-17)
    return DetectionProbability(detected: detected, missed: min(missed, 1))
  }
}

extension SquareLawDetector: Hashable {
  // All else follows from these.
  /// Whether pulses and probability of false alarm are the same.
  public static func == (a: SquareLawDetector, b: SquareLawDetector) -> Bool {
    a.pulses == b.pulses && a.falseAlarmProbability == b.falseAlarmProbability
  }
  /// Hashes pulses and probability of false alarm.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(pulses)
    hasher.combine(falseAlarmProbability)
  }
}
