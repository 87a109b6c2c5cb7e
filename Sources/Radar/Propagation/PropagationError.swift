/// Why a loss on the way cannot be computed.
public struct PropagationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, for programs.
  public enum Code: String, Sendable, Hashable {
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
  }

  /// What is wrong, for programs.
  public let code: Code
  /// What is wrong and what to do, for people.
  public let description: String
}
