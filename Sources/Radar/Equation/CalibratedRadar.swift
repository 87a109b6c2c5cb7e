internal import Foundation
public import Units

/// A radar known by what its brochure promises: a target is detected at a range with a probability.
///
/// From range R₀ for cross-section σ₀ with probability Pd₀ at a false-alarm probability, for a fluctuation and a number of
/// pulses, the signal-to-noise ratio at R₀ follows; the fourth-root law carries it to every range and cross-section, and
/// every further loss (antenna pattern, air, rain, diffraction: two-way) is taken off.
public struct CalibratedRadar: Sendable, Hashable {
  /// The range for which the promise holds.
  public let range: Length
  /// The cross-section for which it holds.
  public let crossSection: Area
  /// The detector and its false-alarm probability.
  public let detector: SquareLawDetector
  /// How the target fluctuates.
  public let fluctuation: TargetFluctuation
  /// The signal-to-noise ratio of one pulse at ``range`` for ``crossSection``.
  public let signalToNoise: Decibels

  /// A radar from a promise.
  /// - Parameters:
  ///   - range: Slant range, above zero.
  ///   - crossSection: Above zero.
  ///   - detection: The promised probability; above that of false alarm and below one.
  ///   - detector: The detector.
  ///   - fluctuation: The target's.
  /// - Throws: ``RangeEquationError`` for a range or cross-section that is not above zero; ``DetectionError`` for a
  ///   probability out of its range.
  public init(
    range: Length, crossSection: Area, detection: Double, detector: SquareLawDetector, fluctuation: TargetFluctuation
  ) throws {
    guard range > .zero, range.isFinite, crossSection > .zero, crossSection.isFinite else {
      throw RangeEquationError(
        .parameterOutOfRange,
        "a promise of \(range.metres) m for \(crossSection.squareMetres) m²", remedy: "give both above zero")
    }
    self.range = range
    self.crossSection = crossSection
    self.detector = detector
    self.fluctuation = fluctuation
    signalToNoise = try detector.requiredSNR(detection: detection, fluctuation)
  }

  /// The signal-to-noise ratio of one pulse from a target at a slant range.
  /// - Parameter loss: What is lost beyond the promise's own conditions, two-way.
  public func signalToNoise(at slant: Length, crossSection sigma: Area, loss: Decibels = Decibels(0)) -> Decibels {
    Decibels(
      signalToNoise.value + 40 * log10(range / slant) + 10 * log10(sigma / crossSection) - loss.value)
  }

  /// The probability that one look detects a target at a slant range.
  /// - Parameter loss: What is lost beyond the promise's own conditions, two-way.
  public func probability(
    at slant: Length, crossSection sigma: Area, loss: Decibels = Decibels(0)
  ) -> DetectionProbability {
    detector.probability(snr: signalToNoise(at: slant, crossSection: sigma, loss: loss), fluctuation)
  }

  /// The slant range at which one look detects a target with a probability.
  /// - Parameters:
  ///   - detection: The probability that is wanted.
  ///   - sigma: The target's cross-section; zero is detected nowhere.
  ///   - loss: What is lost on the way to a slant range and back beyond the promise's own conditions; must not fall with
  ///     the range. Nil for nothing.
  /// - Returns: Within a millimetre; zero for a cross-section of zero.
  /// - Throws: ``DetectionError`` for a probability out of its range.
  public func range(
    detection: Double, crossSection sigma: Area, loss: ((Length) -> Decibels)? = nil
  ) throws -> Length {
    guard sigma > .zero else { return .zero }
    let needed = try detector.requiredSNR(detection: detection, fluctuation)
    // Without losses; with them the range is no longer.
    let most = range * pow(10, (signalToNoise.value - needed.value + 10 * log10(sigma / crossSection)) / 40)
    guard let loss else { return most }
    var (low, high) = (0.0, most.metres)
    while high - low > 1e-3 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      let at = Length.metres(middle)
      if signalToNoise(at: at, crossSection: sigma, loss: loss(at)) >= needed { low = middle } else { high = middle }
    }
    return .metres(low)
  }
}
