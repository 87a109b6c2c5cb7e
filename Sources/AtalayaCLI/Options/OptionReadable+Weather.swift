import Atalaya
import Foundation

extension Area: OptionReadable {
  static func read(_ text: String) throws -> Area { try parse(text) }
}

/// Cross-sections with commas between: `0.3m2,1m2,3m2`.
struct CrossSections: OptionReadable {
  var sections: [Area]

  static func read(_ text: String) throws -> CrossSections {
    let sections = try text.split(separator: ",").map { try Area.parse(String($0)) }
    guard !sections.isEmpty, sections.allSatisfy({ $0.squareMetres >= 1e-6 && $0.squareMetres <= 1e6 }) else {
      throw OptionProblem("“\(text)”: write cross-sections from 1e-6 to 1e6 m2, as in 1m2 or 0.3m2,1m2")
    }
    return CrossSections(sections: sections)
  }
}

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

/// A rain rate: `20mm/h`; a bare number is millimetres an hour.
struct RainRate: OptionReadable {
  var millimetresPerHour: Double

  static func read(_ text: String) throws -> RainRate {
    var digits = text.trimmingCharacters(in: .whitespaces)
    for unit in ["mm/h", "mm_h", "mmh"] where digits.lowercased().hasSuffix(unit) {
      digits = String(digits.dropLast(unit.count)).trimmingCharacters(in: .whitespaces)
      break
    }
    guard let rate = Double(digits), rate >= 0, rate <= 500 else {
      throw OptionProblem("“\(text)” is not a rain rate from 0 to 500 mm/h, such as 20mm/h")
    }
    return RainRate(millimetresPerHour: rate)
  }
}
