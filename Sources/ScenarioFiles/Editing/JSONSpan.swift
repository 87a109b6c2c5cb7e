import Foundation

/// A part of a JSON text and where its bytes stand.
struct JSONSpan {
  indirect enum Content {
    case object([(key: String, value: JSONSpan)])
    case array([JSONSpan])
    case string(String)
    case number
    /// `true`, `false` or `null`.
    case word
  }

  var content: Content
  var span: Range<Int>

  /// The value of a member; nil for none.
  subscript(_ key: String) -> JSONSpan? {
    if case .object(let members) = content { members.first { $0.key == key }?.value } else { nil }
  }

  /// The items of a list; none for another part.
  var items: [JSONSpan] { if case .array(let items) = content { items } else { [] } }
  /// The members of an object; none for another part.
  var members: [(key: String, value: JSONSpan)] { if case .object(let members) = content { members } else { [] } }
  /// The text of a string; nil for another part.
  var text: String? { if case .string(let text) = content { text } else { nil } }

  /// Reads a whole text; nil when it is no JSON.
  init?(_ bytes: [UInt8]) {
    var reader = JSONSpanReader(bytes: bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  fileprivate init(_ content: Content, _ span: Range<Int>) {
    self.content = content
    self.span = span
  }

  /// A text as a JSON string.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          result += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Whether a text is a JSON number.
  static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil && text.count < 18
  }
}

private struct JSONSpanReader {
  let bytes: [UInt8]
  private var index = 0
  static let depthLimit = 60

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func skip() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    skip()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func value(depth: Int) -> JSONSpan? {
    skip()
    let start = index
    guard index < bytes.count, depth < Self.depthLimit else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"):
      index += 1
      var members: [(key: String, value: JSONSpan)] = []
      if takes(UInt8(ascii: "}")) { return JSONSpan(.object([]), start..<index) }
      repeat {
        skip()
        guard let key = string(), takes(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
        members.append((key, value))
      } while takes(UInt8(ascii: ","))
      return takes(UInt8(ascii: "}")) ? JSONSpan(.object(members), start..<index) : nil
    case UInt8(ascii: "["):
      index += 1
      var items: [JSONSpan] = []
      if takes(UInt8(ascii: "]")) { return JSONSpan(.array([]), start..<index) }
      repeat {
        guard let value = value(depth: depth + 1) else { return nil }
        items.append(value)
      } while takes(UInt8(ascii: ","))
      return takes(UInt8(ascii: "]")) ? JSONSpan(.array(items), start..<index) : nil
    case UInt8(ascii: "\""): return string().map { JSONSpan(.string($0), start..<index) }
    default:
      let ends = Array(",]} \t\r\n".utf8)
      while index < bytes.count, !ends.contains(bytes[index]) { index += 1 }
      let isNumber = bytes[start] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[start])
      return index > start ? JSONSpan(isNumber ? .number : .word, start..<index) : nil
    }
  }

  private mutating func string() -> String? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.count else { return nil }
    index += 1
    let data = Data([0x5B] + bytes[start..<index] + [0x5D])
    return (try? JSONDecoder().decode([String].self, from: data))?.first
  }
}
