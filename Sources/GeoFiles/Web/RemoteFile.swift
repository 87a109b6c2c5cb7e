internal import Synchronization
internal import Units

/// A file on a web server, read by ranges of bytes (RFC 9110, section 14) through libcurl, which takes proxies and
/// certificates from the system.
///
/// Only the address itself is asked: a server that sends elsewhere is refused, so that a mirror cannot make this machine
/// ask another.
package struct RemoteFile: Sendable, Hashable {
  /// Where it is.
  package let url: String

  /// A file at an address.
  package init(url: String) { self.url = url }

  /// Some bytes of a file.
  package struct Part: Sendable, Hashable {
    /// The bytes.
    package var bytes: [UInt8]
    /// Where they begin in the file: zero when a server without ranges sent all of it.
    package var offset: Int
    /// Length of the whole file.
    package var total: Int
    /// The server's strong entity tag; nil when it gives none.
    package var tag: String?
  }

  /// Fetches a range of bytes.
  /// - Parameters:
  ///   - range: Bytes of the file; not empty.
  ///   - tag: The tag of an earlier part: a file that has changed since then comes whole, from its beginning.
  /// - Throws: ``WebError``. Silence for 30 s, or 15 s without a connection, is one.
  package func read(_ range: Range<Int>, tag: String? = nil) throws(WebError) -> Part {
    var headers = ["Range: bytes=\(range.lowerBound)-\(range.upperBound - 1)", "Accept-Encoding: identity"]
    if let tag { headers.append("If-Range: \(tag)") }
    let answer = Self.connection.withLock { connection -> WebConnection.Answer? in
      if connection == nil { connection = WebConnection() }
      return connection?.get(url, headers: headers)
    }
    guard let answer else { throw WebError(.refused, "libcurl cannot be used here") }
    return try Self.part(answer, range)
  }

  private static let connection = Mutex<WebConnection?>(nil)
  /// No tile is larger; a number beyond this is not a length of a file.
  private static let sizeLimit = 1 << 32

  private static func part(_ answer: WebConnection.Answer, _ range: Range<Int>) throws(WebError) -> Part {
    // A weak tag promises no equal bytes.
    let tag = answer.fields["etag"].flatMap { $0.hasPrefix("W/") ? nil : $0 }
    var part: Part?
    if let content = answer.fields["content-range"] {
      if let (offset, total) = contentRange(content) {
        part = Part(bytes: answer.bytes, offset: offset, total: total, tag: tag)
      }
    } else {
      let total =
        answer.fields["content-length"].flatMap { Int($0) } ?? (answer.failure == nil ? answer.bytes.count : nil)
      if let total, (0...sizeLimit).contains(total) {
        part = Part(bytes: answer.bytes, offset: 0, total: total, tag: tag)
      }
    }
    if let kind = kind(of: answer.status) {
      if (300...399).contains(answer.status), let place = answer.fields["location"] {
        throw WebError(
          kind, "the server sends to \(place.prefix(200)), which is not asked",
          remedy: "where that is right, name its address")
      }
      throw WebError(kind, "the server answers with code \(answer.status)")
    }
    if let failure = answer.failure {
      // libcurl's codes: 1 not HTTP, 3 no address, 5 proxy, 6 host not resolved, 7 not connected.
      let kind: WebFault =
        [1, 3].contains(failure.code) ? .refused : (5...7).contains(failure.code) ? .unreachable : .broken
      let received = kind == .broken && !answer.bytes.isEmpty ? part : nil
      throw WebError(kind, failure.text, underlying: received.map(BrokenTransfer.init))
    }
    guard let part, part.offset == range.lowerBound || part.offset == 0,
      part.offset + part.bytes.count <= part.total, !part.bytes.isEmpty
    else { throw WebError(.broken, "the answer is not the range that was asked for") }
    return part
  }

  /// What a code of the server means; nil for one that comes with bytes, or none.
  private static func kind(of status: Int) -> WebFault? {
    switch status {
    case 0, 200...299: nil
    case 404, 410: .absent
    case 408, 429, 500...: .busy
    default: .refused
    }
  }

  /// `bytes 0-9/100`: where it begins and how long the file is.
  private static func contentRange(_ text: String) -> (offset: Int, total: Int)? {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard text.hasPrefix("bytes "), numbers.count == 3, numbers[0] <= numbers[1], numbers[1] < numbers[2],
      numbers[2] <= sizeLimit
    else {
      return nil
    }
    return (numbers[0], numbers[2])
  }
}
