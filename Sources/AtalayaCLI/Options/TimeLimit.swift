import Atalaya

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
