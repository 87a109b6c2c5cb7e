/// Texts of strangers on their way to a terminal.
///
/// A terminal obeys control characters: a name that holds them could move the cursor, change the window's title or type into
/// the shell. Marks that turn the direction of writing make a line read as another one.
package enum TerminalText {
  /// The text with `U+FFFD` in place of what a terminal obeys; line feeds, tabs and a carriage return before a line feed stay,
  /// for tables and files have them.
  package static func harmless(_ text: String) -> String {
    guard text.utf8.contains(13) else {
      return replacing(text) { isObeyed($0) && $0 != "\n" && $0 != "\t" ? "\u{FFFD}" : nil }
    }
    // A carriage return and a line feed are one character of a String, two scalars.
    var result = ""
    for character in text {
      if character == "\r\n" || character == "\n" || character == "\t" {
        result.append(character)
      } else {
        result += replacing(String(character)) { isObeyed($0) && $0 != "\n" && $0 != "\t" ? "\u{FFFD}" : nil }
      }
    }
    return result
  }

  /// The same for a text that is one line: a line feed in it becomes a space, so that no name makes a line of its own.
  package static func line(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "\n", "\t", "\r", "\u{85}", "\u{2028}", "\u{2029}": " "
      default: isObeyed(scalar) ? "\u{FFFD}" : nil
      }
    }
  }

  /// JSON whose texts hold no such characters as themselves, but as `\u001b`: it means the same.
  package static func escaped(json: String) -> String {
    replacing(json) { isObeyed($0) && !"\n\r\t".unicodeScalars.contains($0) ? escape($0) : nil }
  }

  /// A character of JSON as `\u001b`.
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a terminal obeys a character, or turns around what follows it: the controls of ASCII and of Latin 1 (C0, DEL,
  /// C1), line and paragraph separators, and the embeddings, overrides and isolates of bidirectional text.
  package static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func replacing(_ text: String, _ other: (Unicode.Scalar) -> String?) -> String {
    // Most texts are long and clean: bytes are looked at first.
    var before: UInt8 = 0
    let isSuspect = text.utf8.contains { byte in
      defer { before = byte }
      return byte < 0x20 || byte == 0x7F || before == 0xC2 && byte < 0xA0 || before == 0xE2 && byte <= 0x81
    }
    guard isSuspect else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let other = other(scalar) { result.append(contentsOf: other.unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }
}
