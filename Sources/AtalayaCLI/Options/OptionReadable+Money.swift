import Atalaya
import Foundation

extension PriceText: OptionReadable {
  static func read(_ text: String) throws -> PriceText {
    guard let price = try? PriceText(parsing: text) else {
      throw OptionProblem("“\(text)”: write a number, or a sum such as USD 71M")
    }
    return price
  }
}
