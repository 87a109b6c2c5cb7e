extension HTTPHead {
  /// The path's parts and the query of a request's target.
  static func target(
    _ bytes: ArraySlice<UInt8>
  ) throws(HTTPFault) -> (path: [String], query: [(name: String, value: String)]) {
    guard bytes.first == UInt8(ascii: "/"), bytes.allSatisfy({ (33...126).contains($0) }),
      !bytes.contains(UInt8(ascii: "#"))
    else { throw HTTPFault(.badRequest, "the target is not a path") }
    let mark = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    let parts = bytes[bytes.index(after: bytes.startIndex)..<mark]
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var path: [String] = []
    for (index, part) in parts.enumerated() {
      let text = try decoded(part, plusIsSpace: false)
      let isHarmless =
        text != "." && text != ".." && !text.unicodeScalars.contains { $0 == "/" || $0 == "\\" || isControl($0) }
      guard isHarmless, !text.isEmpty || index == parts.count - 1 else {
        throw HTTPFault(.badRequest, "the path has an empty part, dots, a slash or a control character in it")
      }
      path.append(text)
    }
    var query: [(name: String, value: String)] = []
    if mark < bytes.endIndex {
      for pair in bytes[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
        let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        let value = equals < pair.endIndex ? pair[(equals + 1)...] : []
        query.append((try decoded(pair[..<equals], plusIsSpace: true), try decoded(value, plusIsSpace: true)))
      }
    }
    return (path, query)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 32 || (127..<160).contains(scalar.value)
  }

  /// RFC 3986, section 2.1, and UTF-8 that is valid.
  private static func decoded(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) throws(HTTPFault) -> String {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
          throw HTTPFault(.badRequest, "a percent sign without two hexadecimal digits")
        }
        result.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: result.append(32)
      default: result.append(byte)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw HTTPFault(.badRequest, "the target is not UTF-8")
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
