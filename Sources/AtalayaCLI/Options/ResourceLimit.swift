import Atalaya
import Foundation

/// The most of a column of the options: `crew=12`.
struct ResourceLimit: OptionReadable {
  var column: String
  /// The number as it was written: how it is read depends on the tables.
  var most: String

  static func read(_ text: String) throws -> ResourceLimit {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { throw problem(text) }
    let limit = ResourceLimit(column: String(text[..<sign]), most: String(text[text.index(after: sign)...]))
    _ = try limit.number(.asWritten)
    return limit
  }

  /// The number.
  func number(_ reading: NumberReading) throws -> Double {
    guard let number = try? NumberText.parse(most, reading), number >= 0 else {
      throw Self.problem("\(column)=\(most)")
    }
    return number
  }

  private static func problem(_ text: String) -> OptionProblem {
    OptionProblem("“\(text)”: write a column and a number, as in crew=12")
  }
}
