/// Why a table is not an antenna pattern.
public struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, for programs.
  public enum Code: String, Sendable, Hashable {
    /// Fewer than two rows.
    case tooFewRows
    /// An elevation beyond ±90°, or not above that of the row before.
    case badElevation
    /// A gain that is not a number.
    case badGain
  }

  /// What is wrong, for programs.
  public let code: Code
  /// What is wrong and what to do, for people.
  public let description: String
}
