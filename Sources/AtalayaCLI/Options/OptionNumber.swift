import ArgumentParser
import Atalaya

/// Bare numbers of options, each with the range that it must lie in: what is outside is wrong usage, and the message names
/// the range.
enum OptionNumber {
  /// A time limit in seconds, or a duration with its unit: `20`, `20s`, `2 min`.
  @Sendable static func seconds(_ text: String) throws -> Double {
    let range = 0.001...1e9
    let seconds = Double(text) ?? (try? Duration.parse(text))?.inSeconds
    guard let seconds, range.contains(seconds) else {
      throw ValidationError("write seconds from 0.001 to 1000000000, as in 20, or a duration, as in “2 min”")
    }
    return seconds
  }

  /// A whole number in a range.
  static func count(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { text in
      guard let number = Int(text), range.contains(number) else {
        throw ValidationError("write a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
  }

  /// A number in a range.
  static func number(_ range: ClosedRange<Double>) -> @Sendable (String) throws -> Double {
    { text in
      guard let number = try? NumberText.parse(text), range.contains(number) else {
        let (low, high) = (range.lowerBound.significant(6), range.upperBound.significant(6))
        throw ValidationError("write a number from \(low) to \(high)")
      }
      return number
    }
  }

  /// The most things that an option can ask for.
  static let most = 1_000_000_000
}
