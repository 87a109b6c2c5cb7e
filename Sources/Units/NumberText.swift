/// Numbers as people write them.
///
/// Accepts an optional sign (`+`, `-` or the Unicode minus U+2212), digits with a decimal point, an exponent, and groups of
/// three digits set apart by commas or by spaces where that has one meaning only. Never accepts words such as `nan` or
/// `inf`, and never returns a number that is not finite.
public enum NumberText {
  /// Reads a text that is a number and nothing else.
  ///
  /// - Parameters:
  ///   - text: The text; spaces around it are ignored.
  ///   - commaGroups: Whether a single comma before three digits (`3,000`) may be read as thousands. It is ambiguous, one
  ///     and a half kilometres is written `1,500` in half of the world, and so refused unless the caller knows better.
  /// - Returns: The number, finite.
  /// - Throws: ``QuantityError`` with code `notANumber`, `notFinite` or `ambiguousNumber`.
  public static func parse(_ text: String, commaGroups: Bool = false) throws(QuantityError) -> Double {
    let (number, rest) = try split(text, commaGroups: commaGroups)
    guard let number, rest.isEmpty else { throw QuantityError(.notANumber, text, "write digits with a decimal point") }
    return number
  }

  /// Splits a text into the number at its start and what follows.
  ///
  /// - Returns: The number, or nil when the text does not begin with one, and the trimmed rest.
  /// - Throws: ``QuantityError`` as ``parse(_:commaGroups:)``.
  static func split(
    _ text: String, commaGroups: Bool = false
  ) throws(QuantityError) -> (number: Double?, rest: String) {
    var scan = Scanner(text)
    scan.skipSpaces()
    let start = scan.position
    var digits = ""
    if let sign = scan.takeSign() {
      digits.append(sign)
      scan.skipSpaces()
    }
    let whole = scan.takeGroupedDigits()
    digits += whole.digits
    var fraction = ""
    if scan.peek == ".", whole.digits.isEmpty == false || scan.peek(1)?.isASCIIDigit == true {
      scan.advance()
      fraction = scan.takeDigits()
    }
    guard !whole.digits.isEmpty || !fraction.isEmpty else {
      scan.position = start
      return (nil, scan.rest)
    }
    if !fraction.isEmpty { digits += (whole.digits.isEmpty ? "0." : ".") + fraction }
    digits += scan.takeExponent()
    try refuseBadGroups(whole, fraction: fraction, next: scan, text: text, commaGroups: commaGroups)
    guard let number = Double(digits) else {
      throw QuantityError(.notANumber, text, "write digits with a decimal point")
    }
    guard number.isFinite else { throw QuantityError(.notFinite, text, "write a number below 1e308") }
    return (number, scan.rest)
  }

  private static func refuseBadGroups(
    _ whole: Scanner.Grouped, fraction: String, next: Scanner, text: String, commaGroups: Bool
  ) throws(QuantityError) {
    if next.peek == "," || (next.peek == "." && next.peek(1)?.isASCIIDigit == true) {
      throw QuantityError(.notANumber, text, "write a decimal point, as in 1.5, and thousands without marks")
    }
    guard whole.commas == 1, fraction.isEmpty, !commaGroups else { return }
    let plain = whole.digits
    throw QuantityError(
      .ambiguousNumber, text,
      "a comma before three digits can be a decimal or a thousands mark: write \(plain) or "
        + "\(plain.dropLast(3)).\(plain.suffix(3))")
  }
}

extension Character {
  var isASCIIDigit: Bool { self >= "0" && self <= "9" && utf8.count == 1 }
  /// Spaces that stand between a number and its unit, the no-break and thin ones included.
  var isBlank: Bool { isWhitespace || self == "\u{FEFF}" }
}

/// A cursor over the characters of a short text.
struct Scanner {
  /// Digits and how many marks between groups of three stood in them.
  struct Grouped {
    var digits = ""
    var commas = 0
  }

  private let characters: [Character]
  var position = 0

  init(_ text: String) { characters = Array(text) }

  var peek: Character? { peek(0) }
  func peek(_ ahead: Int) -> Character? {
    position + ahead < characters.count ? characters[position + ahead] : nil
  }
  mutating func advance(_ count: Int = 1) { position += count }
  mutating func skipSpaces() { while peek?.isBlank == true { advance() } }

  /// What is left, without spaces at its ends.
  var rest: String {
    var tail = characters[min(position, characters.count)...]
    while tail.first?.isBlank == true { tail.removeFirst() }
    while tail.last?.isBlank == true { tail.removeLast() }
    return String(tail)
  }

  mutating func takeSign() -> Character? {
    switch peek {
    case "-", "\u{2212}":
      advance()
      return "-"
    case "+":
      advance()
      return "+"
    default: return nil
    }
  }

  mutating func takeDigits() -> String {
    var digits = ""
    while let character = peek, character.isASCIIDigit {
      digits.append(character)
      advance()
    }
    return digits
  }

  /// Digits, with `,ddd` or ` ddd` groups after one to three leading digits.
  mutating func takeGroupedDigits() -> Grouped {
    var result = Grouped(digits: takeDigits())
    guard (1...3).contains(result.digits.count), let mark = peek, mark == "," || mark.isBlank else { return result }
    while peek == mark, isGroup(at: 1) {
      advance()
      result.digits += takeDigits()
      if mark == "," { result.commas += 1 }
    }
    return result
  }

  /// Whether exactly three digits stand from an offset on.
  private func isGroup(at offset: Int) -> Bool {
    (0..<3).allSatisfy { peek(offset + $0)?.isASCIIDigit == true } && peek(offset + 3)?.isASCIIDigit != true
  }

  /// `e`, a sign and digits, in the form that `Double` reads; empty when there is no exponent.
  mutating func takeExponent() -> String {
    guard peek == "e" || peek == "E" else { return "" }
    let start = position
    advance()
    let sign = takeSign()
    let digits = takeDigits()
    guard !digits.isEmpty else {
      position = start
      return ""
    }
    return "e" + (sign.map(String.init) ?? "") + digits
  }
}
