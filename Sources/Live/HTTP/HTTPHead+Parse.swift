extension HTTPHead {
  /// Reads the head of a request, strictly by RFC 9112: what two readers could take for two things is refused.
  ///
  /// Refused are lines that end without CR, folded lines, space before a colon, control characters, a second `Host`,
  /// `Content-Length` or `Origin`, every `Transfer-Encoding`, targets other than a path, and paths with `..`.
  /// - Parameter bytes: The head without the empty line at its end.
  /// - Throws: ``HTTPFault``.
  package init(parsing bytes: ArraySlice<UInt8>, limits: HTTPLimits = HTTPLimits()) throws(HTTPFault) {
    let lines = try Self.lines(of: bytes)
    guard let first = lines.first, lines.count <= limits.headers + 1 else {
      throw HTTPFault(.headTooLarge, "more than \(limits.headers) headers")
    }
    let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].count <= 20, words[0].allSatisfy(Self.isTokenByte) else {
      throw HTTPFault(.badRequest, "no request line")
    }
    method = String(decoding: words[0], as: UTF8.self)
    switch String(decoding: words[2], as: UTF8.self) {
    case "HTTP/1.1": isPersistentByDefault = true
    case "HTTP/1.0": isPersistentByDefault = false
    default: throw HTTPFault(.versionNotSupported, "the version is neither HTTP/1.1 nor HTTP/1.0")
    }
    (path, query) = try Self.target(words[1])
    headers = []
    for line in lines.dropFirst() { headers.append(try Self.header(line)) }
    try checkHeaders()
  }

  private static func lines(of bytes: ArraySlice<UInt8>) throws(HTTPFault) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard line.last == UInt8(ascii: "\r") else { throw HTTPFault(.badRequest, "a line does not end with CR LF") }
      let text = line.dropLast()
      guard text.allSatisfy({ $0 == 9 || $0 >= 32 && $0 != 127 }) else {
        throw HTTPFault(.badRequest, "a control character in the head")
      }
      lines.append(text)
    }
    return lines
  }

  /// RFC 9110, section 5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static func header(_ line: ArraySlice<UInt8>) throws(HTTPFault) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(isTokenByte)
    else { throw HTTPFault(.badRequest, "a header without a name") }
    let isSpace = { (byte: UInt8) in byte == 32 || byte == 9 }
    var value = line[(colon + 1)...].drop(while: isSpace)
    while let last = value.last, isSpace(last) { value = value.dropLast() }
    return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
  }

  private func checkHeaders() throws(HTTPFault) {
    for name in ["host", "content-length", "content-type", "origin", "authorization", "expect"]
    where headers.count(where: { $0.name == name }) > 1 {
      throw HTTPFault(.badRequest, "the header \(name) stands twice")
    }
    guard self["host"] != nil else { throw HTTPFault(.badRequest, "the header host is missing") }
    guard self["transfer-encoding"] == nil else {
      throw HTTPFault(.lengthRequired, "a body must state its content-length")
    }
    if let length = self["content-length"] {
      guard !length.isEmpty, length.utf8.count <= 18, length.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw HTTPFault(.badRequest, "content-length is not a number")
      }
    }
    if let expected = self["expect"], expected.lowercased() != "100-continue" {
      throw HTTPFault(.expectationFailed, "expects something else than 100-continue")
    }
  }
}
