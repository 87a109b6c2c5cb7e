import Foundation
import Atalaya

extension PriceText: OptionReadable {
  static func read(_ text: String) throws -> PriceText {
    guard let price = try? PriceText(parsing: text) else {
      throw OptionProblem("“\(text)”: write a number, or a sum such as USD 71M")
    }
    return price
  }
}

/// The money of each year, with commas between.
struct YearlySums: OptionReadable {
  var sums: [PriceText]

  static func read(_ text: String) throws -> YearlySums {
    let sums = text.split(separator: ",", omittingEmptySubsequences: false).map {
      try? PriceText(parsing: $0.trimmingCharacters(in: .whitespaces))
    }
    guard !sums.contains(where: { $0 == nil }) else {
      throw OptionProblem("“\(text)”: write the sum of each year, as in 20M,30M,21M")
    }
    return YearlySums(sums: sums.compactMap { $0 })
  }
}

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
