internal import Foundation
public import Units

extension SquareLawDetector {
  /// The mean signal-to-noise ratio of one pulse at which a target is detected with a probability.
  /// - Parameters:
  ///   - detection: The wanted probability, above ``falseAlarmProbability`` and below one.
  ///   - fluctuation: How the echo varies.
  /// - Throws: ``DetectionError`` with code ``DetectionFault/detectionOutOfRange`` outside that range.
  /// - Accuracy: 1e-6 dB (`the required signal-to-noise ratio agrees with the exact table`).
  public func requiredSNR(detection: Double, _ fluctuation: TargetFluctuation) throws -> Decibels {
    guard detection > falseAlarmProbability, detection < 1 else {
      throw DetectionError(
        .detectionOutOfRange,
        "a probability of detection of \(detection.powerText)",
        remedy: "give one above that of false alarm, \(falseAlarmProbability.powerText), and below 1")
    }
    // The logit rises with the ratio and keeps its digits at both ends.
    let wanted = log(detection) - log1p(-detection)
    func excess(_ decibels: Double) -> Double {
      let p = probability(snr: Decibels(decibels), fluctuation)
      return log(p.detected) - log(p.missed) - wanted
    }
    var (low, high) = (-10.0, 10.0)
    while excess(low) > 0, low > -400 { low -= 2 * (high - low) }
    while excess(high) < 0, high < 4000 { high += 2 * (high - low) }
    // Bisection only: 60 halvings bring any bracket below 1e-14 dB, and no step can leave it.
    for _ in 0..<80 where high - low > 1e-12 {
      let middle = 0.5 * (low + high)
      if excess(middle) < 0 { low = middle } else { high = middle }
    }
    return Decibels(0.5 * (low + high))
  }
}
