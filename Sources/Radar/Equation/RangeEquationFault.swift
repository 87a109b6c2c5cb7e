public import Units

/// Kinds of parameters for which no radar range can be computed.
public enum RangeEquationFault: String, FaultCode {
  /// A parameter of the radar is outside what makes sense; all such are named.
  case parameterOutOfRange

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
