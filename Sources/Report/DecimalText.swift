internal import Foundation
internal import Units

/// Numbers as files write them.
enum DecimalText {
  /// At most some number of decimals, without trailing zeros; a decimal point, a hyphen for minus, never `-0`.
  /// - Returns: The digits; nil for a number that is not finite.
  static func text(_ number: Double, decimals: Int) -> String? {
    guard number.isFinite else { return nil }
    var text = String(format: "%.\(decimals)f", number)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }
}
