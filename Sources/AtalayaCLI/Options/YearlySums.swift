import Atalaya
import Foundation

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
