public import Units

/// Why a detection cannot be computed.
public typealias DetectionError = Fault<DetectionFault>

/// Kinds of questions about a detection that have no answer.
public enum DetectionFault: String, FaultCode {
  /// The number of pulses is not from 1 to 100,000.
  case pulsesOutOfRange
  /// The probability of false alarm is not between zero and one.
  case falseAlarmOutOfRange
  /// The wanted probability of detection is not between that of false alarm and one.
  case detectionOutOfRange
  /// M of N is not 1 ≤ M ≤ N ≤ 10, or the probability per scan is not from zero to one.
  case trackRuleOutOfRange

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
