public import Units

extension Temperature {
  /// What is read: the coldest and hottest air that anyone flies in, with room.
  package static let planned = Temperature.celsius(-100)...Temperature.celsius(70)

  /// Reads `34`, `34 C`, `34 °C`, `93 F` or `307 K`; a bare number is degrees Celsius.
  ///
  /// - Throws: ``ConditionsError`` with code ``ConditionsFault/unreadable`` for a text that is not a temperature, and
  ///   ``ConditionsFault/impossibleTemperature`` outside −100 to 70 °C.
  public static func parse(_ text: String) throws(ConditionsError) -> Temperature {
    var digits = text[...]
    while digits.first?.isWhitespace == true { digits.removeFirst() }
    while digits.last?.isWhitespace == true { digits.removeLast() }
    var scale: (Double) -> Temperature = { .celsius($0) }
    if let letter = digits.last, letter.isLetter {
      switch letter.uppercased() {
      case "C": break
      case "F": scale = { .celsius(($0 - 32) / 1.8) }
      case "K": scale = { .kelvins($0) }
      default: throw unreadable(text)
      }
      digits.removeLast()
    }
    while let mark = digits.last, mark.isWhitespace || mark == "°" || mark == "º" { digits.removeLast() }
    guard let number = try? NumberText.parse(String(digits)) else { throw unreadable(text) }
    let temperature = scale(number)
    guard planned.contains(temperature) else {
      throw ConditionsError(
        .impossibleTemperature, "“\(text.prefix(60))” is not a temperature of the air",
        remedy: "write one from -100 to 70 °C")
    }
    return temperature
  }

  private static func unreadable(_ text: String) -> ConditionsError {
    ConditionsError(
      .unreadable, "“\(text.prefix(60))” is not a temperature", remedy: "write degrees Celsius, as in 34 or 34 °C")
  }
}
