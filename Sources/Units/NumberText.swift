/// Numbers as people write them.
///
/// Accepts an optional sign (`+`, `-` or the Unicode minus U+2212), digits with a decimal point or comma, an exponent, and
/// groups of three digits with commas, points, apostrophes or spaces (no-break and thin ones too) between them:
/// `2'600'000`, `1 234,5`, `1.234.567`. One point or comma before three digits (`1.420`) has two readings; ``NumberReading``
/// says which one holds. Never accepts words such as `nan` or `inf`, and never returns a number that is not finite.
package enum NumberText {
  /// Reads a text that is a number and nothing else.
  ///
  /// - Parameters:
  ///   - text: The text; spaces around it are ignored.
  ///   - reading: What the source of the text says about its decimal mark.
  ///   - commaGroups: Whether a single comma before three digits (`3,000`) may be read as thousands where the reading does
  ///     not say. It is ambiguous, one and a half kilometres is written `1,500` in half of the world, and so refused unless
  ///     the caller knows better.
  /// - Returns: The number, finite.
  /// - Throws: ``QuantityError`` with code `notANumber`, `notFinite` or `ambiguousNumber`.
  package static func parse(
    _ text: String, _ reading: NumberReading = .asWritten, commaGroups: Bool = false
  ) throws(QuantityError) -> Double {
    let (number, rest) = try split(text, reading, commaGroups: commaGroups)
    guard let number, rest.isEmpty else { throw QuantityError(.notANumber, text, "write digits with a decimal point") }
    return number
  }

  /// Splits a text into the number at its start and what follows.
  ///
  /// - Returns: The number, or nil when the text does not begin with one, and the trimmed rest.
  /// - Throws: ``QuantityError`` as ``parse(_:_:commaGroups:)``.
  static func split(
    _ text: String, _ reading: NumberReading = .asWritten, commaGroups: Bool = false
  ) throws(QuantityError) -> (number: Double?, rest: String) {
    var scan = Scanner(text)
    guard let token = NumberToken(&scan) else { return (nil, scan.rest) }
    let digits = try token.digits(reading, commaGroups: commaGroups, in: text)
    guard !scan.isInsideNumber, let number = Double(digits) else {
      throw QuantityError(.notANumber, text, "write a decimal point, as in 1.5, and thousands without marks")
    }
    guard number.isFinite else { throw QuantityError(.notFinite, text, "write a number below 1e308") }
    return (number, scan.rest)
  }

  /// The text with every number in it written with a decimal point and without thousands marks, which has one reading.
  ///
  /// - Throws: ``QuantityError`` with code `ambiguousNumber` or `notANumber` for a number that the reading cannot tell.
  package static func canonical(_ text: String, _ reading: NumberReading) throws(QuantityError) -> String {
    guard reading != .asWritten else { return text }
    var scan = Scanner(text)
    var result = ""
    while let character = scan.peek {
      guard character.isASCIIDigit || (character == "." && scan.peek(1)?.isASCIIDigit == true),
        let token = NumberToken(&scan)
      else {
        result.append(character)
        scan.advance()
        continue
      }
      let digits = try token.digits(reading, commaGroups: false, in: text)
      // One more digit, so that 1.250 is not taken for thousands by a stricter reader.
      let fraction = digits.firstIndex(of: ".").map { digits[digits.index(after: $0)...] }
      result += fraction?.count == 3 && token.exponent.isEmpty ? digits + "0" : digits
    }
    return result
  }
}

extension Character {
  var isASCIIDigit: Bool { self >= "0" && self <= "9" && utf8.count == 1 }
  /// Spaces that stand between a number and its unit, the no-break and thin ones included.
  var isBlank: Bool { isWhitespace || self == "\u{FEFF}" }
  /// Apostrophes that stand between thousands, as in Switzerland.
  var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{02BC}" }
}
