public import Units

/// Kinds of questions about a loss that have no answer.
public enum PropagationFault: String, FaultCode {
  /// The frequency is outside the range for which the Recommendation gives figures.
  case frequencyOutOfRange
  /// Pressure, temperature or water vapour are not those of air.
  case airOutOfRange
  /// A rain rate that is negative or not a number.
  case rainRateOutOfRange
  /// Fewer than two points, distances that do not increase from zero, or heights that are not numbers.
  case badProfile
  /// An effective Earth radius that is not a positive number.
  case badEarth
  /// A share of time below 0.001 % or above the median, or of anomalous air that is none.
  case timeShareOutOfRange

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
