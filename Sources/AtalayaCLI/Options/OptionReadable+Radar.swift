import Atalaya
import Foundation

extension Decibels: OptionReadable {
  /// A number of decibels with its unit.
  static func read(_ text: String) throws -> Decibels {
    var digits = text.replacing("\u{2212}", with: "-").trimmingCharacters(in: .whitespaces)
    guard digits.lowercased().hasSuffix("db") else {
      throw OptionProblem("“\(text)” has no unit: write decibels, such as 13dB")
    }
    digits = String(digits.dropLast(2)).trimmingCharacters(in: .whitespaces)
    guard let value = Double(digits), value.isFinite, abs(value) <= 400 else {
      throw OptionProblem("“\(text)” is not a number of decibels from -400 to 400, such as 13dB")
    }
    return Decibels(value)
  }
}

extension TrackInitiation: OptionReadable {
  /// A track rule such as 3/5.
  static func read(_ given: String) throws -> TrackInitiation {
    let text = given.replacing(" of ", with: "/")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hits = parts[0], let window = parts[1] else {
      throw OptionProblem("“\(text)” is not a rule such as 3/5")
    }
    return try TrackInitiation(hits: hits, window: window)
  }
}
