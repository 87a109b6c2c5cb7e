import Atalaya

/// Amounts on the command line that were bare numbers once, and still may be.
enum AmountText {
  /// A length with its unit; a bare number is metres.
  static func length(_ text: String) throws(QuantityError) -> Length {
    if let metres = bare(text) { return .metres(metres) }
    return try Length.parse(text)
  }

  /// An angle with its unit; a bare number is degrees.
  static func angle(_ text: String) throws(QuantityError) -> Angle {
    if let degrees = bare(text) { return .degrees(degrees) }
    return try Angle.parse(text)
  }

  /// Says on standard error what flight levels are taken for, where an option has one.
  static func noteFlightLevels(_ options: [String?]) {
    let isGiven = options.contains { text in
      text?.split(separator: ",").contains { $0.drop { $0 == " " }.lowercased().hasPrefix("fl") } ?? false
    }
    if isGiven { Console.note("note: \(FlightLevel.caution)") }
  }

  /// Whether a text is a number alone.
  static func isBare(_ text: String) -> Bool { bare(text) != nil }

  private static func bare(_ text: String) -> Double? { try? NumberText.parse(text) }
}
