internal import Units

/// Texts of users on a terminal.
enum ConsoleText {
  /// Without control characters and marks that change the direction of text: a name cannot move the cursor.
  static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
      case .format where scalar != "\u{200D}": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// How many columns a terminal gives to a text: two to East Asian wide characters and to emoji.
  static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// The text, or its beginning and `…`, in at most so many columns.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += width(of: character)
      guard used <= columns else { break }
      result.append(character)
    }
    return result + "…"
  }

  /// A list with commas between in lines of at most so many columns; what is longer by itself is cut.
  static func wrapped(_ list: String, to columns: Int) -> [String] {
    var lines: [String] = []
    for item in list.replacing(", ", with: ",\n").split(separator: "\n", omittingEmptySubsequences: false) {
      let piece = cut(String(item), to: columns)
      if let last = lines.last, width(of: last) + 1 + width(of: piece) <= columns {
        lines[lines.count - 1] = last + " " + piece
      } else {
        lines.append(piece)
      }
    }
    return lines
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF,
      0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
