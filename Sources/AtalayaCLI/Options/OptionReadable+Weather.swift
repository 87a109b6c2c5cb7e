import Atalaya
import Foundation

extension Area: OptionReadable {
  static func read(_ text: String) throws -> Area { try parse(text) }
}

/// A rain rate: `20mm/h`; a bare number is millimetres an hour.
extension RainRate: OptionReadable {
  static func read(_ text: String) throws -> RainRate {
    var digits = text.trimmingCharacters(in: .whitespaces)
    for unit in ["mm/h", "mm_h", "mmh"] where digits.lowercased().hasSuffix(unit) {
      digits = String(digits.dropLast(unit.count)).trimmingCharacters(in: .whitespaces)
      break
    }
    guard let rate = Double(digits), rate >= 0, rate <= RainRate.most.millimetresPerHour else {
      throw OptionProblem(
        "“\(text)” is not a rain rate from 0 to \(RainRate.most.millimetresPerHour.fixed(0)) mm/h, such as 20mm/h")
    }
    return .millimetresPerHour(rate)
  }
}
