/// The probability of a detection, and of its absence, each with its own digits.
public struct DetectionProbability: Sendable, Hashable {
  /// The probability that the echo passes the threshold.
  public let detected: Double
  /// One less ``detected``, computed by itself, so that it is right where detection is all but certain.
  public let missed: Double

  package init(detected: Double, missed: Double) {
    self.detected = detected
    self.missed = missed
  }
}
