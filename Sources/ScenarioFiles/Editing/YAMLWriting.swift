/// What an edit writes into a YAML document.
indirect enum YAMLValue {
  /// A text, quoted where YAML needs it.
  case text(String)
  /// A list or a set of keys in flow style, already written.
  case flow(String)
  /// Keys and values in flow style.
  case keys([(key: String, value: YAMLValue)])

  /// How it is written on one line.
  /// - Parameter style: How the text in its place was written.
  func written(like style: YAMLSpan.Style? = nil) -> String {
    switch self {
    case .text(let text): YAMLWriting.scalar(text, like: style)
    case .flow(let text): text
    case .keys(let pairs):
      pairs.isEmpty
        ? "{}"
        : "{ " + pairs.map { "\(YAMLWriting.scalar($0.key)): \($0.value.written())" }.joined(separator: ", ") + " }"
    }
  }
}

/// Writes texts as YAML reads them back.
enum YAMLWriting {
  /// A text, plain where nothing in it means anything to YAML, otherwise in quotes.
  static func scalar(_ text: String, like style: YAMLSpan.Style? = nil) -> String {
    let isOneLine = text.unicodeScalars.allSatisfy { isPrintable($0) }
    switch style {
    case .double: return double(text)
    case .single where isOneLine: return "'\(text.replacing("'", with: "''"))'"
    default: return isPlain(text) ? text : double(text)
    }
  }

  /// Whether a text stands for itself without quotes, in lists as well.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, scalars.count <= 1000 else { return false }
    let isWord = first.properties.isAlphabetic || first.properties.numericType != nil
    let isNegative = first == "-" && scalars.count > 1 && scalars[1].properties.numericType != nil
    guard isWord || isNegative, last != " " else { return false }
    // Words that other readers of YAML take for something else.
    guard !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) || isFlag(text)
    else { return false }
    return scalars.allSatisfy { scalar in
      scalar != ":" && scalar != "#" && scalar != "," && !"[]{}\"'&*!|>%@`\\".unicodeScalars.contains(scalar)
        && isPrintable(scalar) && (!scalar.properties.isWhitespace || scalar == " ")
    }
  }

  /// Scenarios write `yes` and `no` plainly.
  private static func isFlag(_ text: String) -> Bool { ["yes", "no"].contains(text) }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }

  private static func double(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          let zeros = String(repeating: "0", count: (scalar.value > 0xFFFF ? 8 : 4) - hex.count)
          result += (scalar.value > 0xFFFF ? "\\U" : "\\u") + zeros + hex
        }
      }
    }
    return result + "\""
  }

  /// Whether a text is one list or set of keys in flow style, on one line and without comments.
  static func isFlow(_ text: String) -> Bool {
    guard let first = text.first, first == "[" || first == "{", !text.contains(where: \.isNewline) else { return false }
    let scalars = Array(text.unicodeScalars)
    guard let root = YAMLSpan.parse(scalars), root.start == 0, root.end == scalars.count, !root.isBlock else {
      return false
    }
    return isOwn(root)
  }

  /// Without anchors and aliases, which would mean something of the document around it.
  private static func isOwn(_ span: YAMLSpan) -> Bool {
    if span.hasAnchor { return false }
    switch span.content {
    case .alias: return false
    case .scalar: return true
    case .sequence(let items, _): return items.allSatisfy(isOwn)
    case .mapping(let pairs, _): return pairs.allSatisfy { isOwn($0.key) && isOwn($0.value) }
    }
  }
}
