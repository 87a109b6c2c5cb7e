/// Why a detection cannot be computed.
public struct DetectionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, for programs.
  public enum Code: String, Sendable, Hashable {
    /// The number of pulses is not from 1 to 100,000.
    case pulsesOutOfRange
    /// The probability of false alarm is not between zero and one.
    case falseAlarmOutOfRange
    /// The wanted probability of detection is not between that of false alarm and one.
    case detectionOutOfRange
    /// M of N is not 1 ≤ M ≤ N ≤ 10, or the probability per scan is not from zero to one.
    case trackRuleOutOfRange
  }

  /// What is wrong, for programs.
  public let code: Code
  /// What is wrong and what to do, for people.
  public let description: String
}
