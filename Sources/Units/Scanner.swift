/// A cursor over the characters of a short text.
struct Scanner {
  private let characters: [Character]
  var position = 0

  init(_ text: String) { characters = Array(text) }

  var peek: Character? { peek(0) }
  func peek(_ ahead: Int) -> Character? {
    position + ahead < characters.count ? characters[position + ahead] : nil
  }
  mutating func advance(_ count: Int = 1) { position += count }
  mutating func skipSpaces() { while peek?.isBlank == true { advance() } }

  /// Whether what follows can only belong to the number before: a mark that was not taken.
  var isInsideNumber: Bool { peek == "," || (peek == "." && peek(1)?.isASCIIDigit == true) }

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
