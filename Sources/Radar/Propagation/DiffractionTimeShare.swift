internal import Foundation
public import Units

/// The share of time for which a diffraction loss is not exceeded, below the median.
///
/// Between the loss of the median Earth and that of k = 3, which the air reaches for a share β₀ of the time.
/// - Accuracy: within 2e-4 dB of the ITU-R's validation tables (`delta-Bullington agrees with the validation tables`).
/// - Source: ITU-R P.452-18, § 4.2.3.
public struct DiffractionTimeShare: Sendable, Hashable {
  /// Percent of an average year.
  public let percent: Double
  /// Percent of the time in which refractivity falls by more than 100 N-units/km in the lowest 100 m (β₀).
  public let anomalousPercent: Double

  /// A share of time.
  /// - Parameters:
  ///   - percent: 0.001 to 50.
  ///   - anomalousPercent: Above 0 and below 50.
  /// - Throws: ``PropagationError`` with code `timeShareOutOfRange`.
  public init(percent: Double, anomalousPercent: Double) throws(PropagationError) {
    guard (0.001...50).contains(percent), anomalousPercent > 0, anomalousPercent < 50 else {
      throw PropagationError(
        .timeShareOutOfRange, "diffraction for \(percent) % of the time with anomalous air for \(anomalousPercent) %",
        remedy: "give 0.001 to 50 %, and above 0 and below 50 %")
    }
    self.percent = percent
    self.anomalousPercent = anomalousPercent
  }

  /// The Earth that anomalous air makes: k = 3.
  static let enhancedEarth = EffectiveEarth(k: 6371 * 3 / EffectiveEarth.meanRadius.kilometres)  // eq. 6b

  /// How far the loss lies from the median's towards that of ``enhancedEarth``, 0 to 1.
  var weight: Double {
    if percent >= 50 { return 0 }
    if percent <= anomalousPercent { return 1 }
    return Self.inverseNormal(percent / 100) / Self.inverseNormal(anomalousPercent / 100)  // eq. 37
  }

  /// The inverse complementary cumulative normal distribution, up to one half.
  /// - Source: ITU-R P.452-18, Attachment 3.
  private static func inverseNormal(_ x: Double) -> Double {
    let t = (-2 * log(max(x, 1e-6))).squareRoot()
    return ((0.010328 * t + 0.802853) * t + 2.515516698) / (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1) - t
  }
}
