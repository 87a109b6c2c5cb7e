internal import CGDAL
internal import Foundation

/// The members of one name of the outermost object of a JSON text, as they stand there; nothing else of it is kept.
struct JSONMembers {
  private(set) var values: [String] = []

  /// Bytes of a name, and of a value, beyond which they are none that is looked for.
  private static let limit = 1 << 16

  private let name: String
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  /// Whether a text at this place is a name.
  private var isNameNext = false
  private var key: [UInt8] = []
  private var value: [UInt8]?

  /// - Parameters:
  ///   - source: The file, as GDAL opens it; one that cannot be read has none.
  ///   - name: The members' name.
  init(of source: String, named name: String) {
    self.name = name
    guard let file = VSIFOpenL(source, "rb") else { return }
    defer { VSIFCloseL(file) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = VSIFReadL(&chunk, 1, chunk.count, file)
      guard count > 0 else { return }
      for byte in chunk[..<count] { take(byte) }
    }
  }

  private mutating func take(_ byte: UInt8) {
    if isInText {
      keep(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""):
      isInText = true
      if depth == 1, isNameNext { key = [] }
      keep(byte)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      keep(byte)
      depth += 1
      if depth == 1 { isNameNext = true }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if depth == 1 { end() }
      depth = max(0, depth - 1)
      keep(byte)
    case UInt8(ascii: ",") where depth == 1:
      end()
      isNameNext = true
    case UInt8(ascii: ":") where depth == 1 && isNameNext:
      isNameNext = false
      value = isNamed ? [] : nil
    default: keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if value != nil {
      if value?.count ?? 0 < Self.limit { value?.append(byte) }
    } else if depth == 1, isNameNext, isInText, key.count < 256 {
      key.append(byte)
    }
  }

  /// Whether the name that was read is the one that is looked for, with the escapes of JSON.
  private var isNamed: Bool {
    let text = try? JSONSerialization.jsonObject(with: Data(key), options: .fragmentsAllowed)
    return text as? String == name
  }

  private mutating func end() {
    if let value { values.append(String(decoding: value, as: UTF8.self)) }
    value = nil
  }
}
