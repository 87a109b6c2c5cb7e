internal import Foundation
internal import Units

/// A JSON value whose keys keep the order in which they are written and whose numbers are rounded on purpose.
enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// At most so many decimals; null when not finite, for JSON has no such numbers.
  case number(Double, decimals: Int)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A key and its value.
  struct Member: Sendable, Hashable {
    var key: String
    var value: JSON
  }

  /// An object in the order given.
  static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The value as text: two spaces per level, small values on one line, a line feed at the end.
  var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  /// Objects and lists that fit on a line of this width stay on it.
  private static let lineWidth = 100

  /// The value on one line without spaces.
  var compact: String {
    var text = ""
    writeCompact(to: &text)
    return text
  }

  private func writeCompact(to text: inout String) {
    switch self {
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.writeCompact(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index > 0 ? "," : "") + Self.quoted(member.key) + ":"
        member.value.writeCompact(to: &text)
      }
      text += "}"
    case .null, .bool, .integer, .number, .string: text += scalar
    }
  }

  private func write(to text: inout String, indent: Int) {
    let open: Character
    let close: Character
    let items: [(key: String?, value: JSON)]
    switch self {
    case .array(let values): (open, close, items) = ("[", "]", values.map { (nil, $0) })
    case .object(let members): (open, close, items) = ("{", "}", members.map { ($0.key, $0.value) })
    case .null, .bool, .integer, .number, .string: return text += scalar
    }
    if let line = oneLine, line.utf8.count + indent <= Self.lineWidth { return text += line }
    text.append(open)
    for (index, item) in items.enumerated() {
      text += (index > 0 ? ",\n" : "\n") + String(repeating: " ", count: indent + 2)
      if let key = item.key { text += Self.quoted(key) + ": " }
      item.value.write(to: &text, indent: indent + 2)
    }
    text += "\n" + String(repeating: " ", count: indent)
    text.append(close)
  }

  /// On one line; nil when some list or object inside holds others.
  private var oneLine: String? {
    switch self {
    case .array(let values):
      guard values.allSatisfy(\.isScalar) else { return nil }
      return "[" + values.map(\.scalar).joined(separator: ", ") + "]"
    case .object(let members):
      guard members.allSatisfy(\.value.isScalar) else { return nil }
      let parts = members.map { "\(Self.quoted($0.key)): \($0.value.scalar)" }
      return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
    case .null, .bool, .integer, .number, .string: return scalar
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    case .null, .bool, .integer, .number, .string: true
    }
  }

  private var scalar: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value, let decimals): DecimalText.text(value, decimals: decimals) ?? "null"
    case .string(let value): Self.quoted(value)
    case .array: "[]"
    case .object: "{}"
    }
  }

  /// RFC 8259, section 7; escaped are also all other characters that terminals obey, and with them the line and paragraph
  /// separators, which older JavaScript takes for the end of a line.
  private static func quoted(_ text: String) -> String {
    // Most texts need no care.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where TerminalText.isObeyed(scalar): result += TerminalText.escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension ReportTable {
  /// The table as a JSON list with one object per row, keys in the order of the columns.
  public var json: String { jsonValue.text }

  var jsonValue: JSON {
    .array(
      rows.map { row in
        .object(
          zip(columns, row).map { column, cell in
            JSON.Member(key: column.key, value: JSON(cell, decimals: column.decimals))
          })
      })
  }
}

extension JSON {
  fileprivate init(_ cell: ReportTable.Cell, decimals: Int) {
    switch cell {
    case .empty: self = .null
    case .text(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number, decimals: decimals)
    case .flag(let flag): self = .bool(flag)
    }
  }
}
