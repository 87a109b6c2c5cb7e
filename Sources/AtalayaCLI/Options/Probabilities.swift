import Atalaya
import Foundation

/// Probabilities with commas between, each as a number or in per cent: `0.5,0.8`.
struct Probabilities: OptionReadable {
  var values: [Double]

  static func read(_ text: String) throws -> Probabilities {
    let values = text.split(separator: ",").map { part -> Double? in
      let trimmed = part.trimmingCharacters(in: .whitespaces)
      guard trimmed.hasSuffix("%") else { return Double(trimmed) }
      return Double(trimmed.dropLast().trimmingCharacters(in: .whitespaces)).map { $0 / 100 }
    }.compactMap { value in value.flatMap { $0 > 0 && $0 < 1 ? $0 : nil } }
    guard !values.isEmpty, values.count == text.split(separator: ",").count else {
      throw OptionProblem("“\(text)”: write probabilities above 0 and below 1, as in 0.8 or 0.5,0.8,0.9")
    }
    return Probabilities(values: values)
  }
}
