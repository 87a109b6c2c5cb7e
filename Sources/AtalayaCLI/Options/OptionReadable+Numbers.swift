import Atalaya

extension Int: OptionReadable {
  static func read(_ text: String) throws -> Int {
    guard let number = Int(text) else { throw OptionProblem("“\(text)”: write a whole number") }
    return number
  }

  /// The most things that an option can ask for.
  static let mostAsked = 1_000_000_000
}

extension UInt64: OptionReadable {
  static func read(_ text: String) throws -> UInt64 {
    guard let number = UInt64(text) else { throw OptionProblem("“\(text)”: write a whole number from 0 to \(max)") }
    return number
  }
}

extension Double: OptionReadable {
  static func read(_ text: String) throws -> Double { try NumberText.parse(text) }
}

/// A time limit in seconds, or a duration with its unit: `20`, `20s`, `2 min`.
struct TimeLimit: OptionReadable {
  var seconds: Double

  static func read(_ text: String) throws -> TimeLimit {
    let seconds = Double(text) ?? (try? Duration.parse(text))?.inSeconds
    guard let seconds, (0.001...1e9).contains(seconds) else {
      throw OptionProblem("“\(text)”: write seconds from 0.001 to 1000000000, as in 20, or a duration, as in “2 min”")
    }
    return TimeLimit(seconds: seconds)
  }
}
