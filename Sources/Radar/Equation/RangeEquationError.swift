/// Why a radar range cannot be computed.
public struct RangeEquationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, for programs.
  public enum Code: String, Sendable, Hashable {
    /// A parameter of the radar is outside what makes sense; all such are named.
    case parameterOutOfRange
  }

  /// What is wrong, for programs.
  public let code: Code
  /// What is wrong and what to do, for people.
  public let description: String
}
