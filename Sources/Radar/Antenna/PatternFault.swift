public import Units

/// Kinds of faults of a table of an antenna pattern.
public enum PatternFault: String, FaultCode {
  /// Fewer than two rows.
  case tooFewRows
  /// An elevation beyond ±90°, or not above that of the row before.
  case badElevation
  /// A gain that is not a number.
  case badGain
  /// A file that cannot be read, or a line of it that is not two numbers.
  case badFile

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
