import Atalaya

extension Int: OptionReadable {
  static func read(_ text: String) throws -> Int {
    guard let number = Int(text) else { throw OptionProblem("“\(text)”: write a whole number") }
    return number
  }

  /// The most things that an option can ask for.
  static let mostAsked = 1_000_000_000
}

extension UInt64: OptionReadable {
  static func read(_ text: String) throws -> UInt64 {
    guard let number = UInt64(text) else { throw OptionProblem("“\(text)”: write a whole number from 0 to \(max)") }
    return number
  }
}

extension Double: OptionReadable {
  static func read(_ text: String) throws -> Double { try NumberText.parse(text) }
}
