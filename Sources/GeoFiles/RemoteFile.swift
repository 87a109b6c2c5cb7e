internal import CGDAL

/// A file on a web server, read by ranges of bytes (RFC 9110, section 14) through GDAL's libcurl, which takes proxies and
/// certificates from the system.
public struct RemoteFile: Sendable, Hashable {
  /// Where it is.
  public let url: String

  /// A file at an address.
  public init(url: String) { self.url = url }

  /// Some bytes of a file.
  public struct Part: Sendable, Hashable {
    /// The bytes.
    public var bytes: [UInt8]
    /// Where they begin in the file: zero when a server without ranges sent all of it.
    public var offset: Int
    /// Length of the whole file.
    public var total: Int
    /// The server's strong entity tag; nil when it gives none.
    public var tag: String?
  }

  /// Why bytes did not come.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Kinds of failure.
    public enum Kind: Sendable, Hashable {
      /// The server has no such file.
      case absent
      /// The server refuses, and will again.
      case refused
      /// The server cannot now.
      case busy
      /// No connection came about.
      case unreachable
      /// The connection broke, or what came makes no sense.
      case broken
    }
    /// What kind.
    public var kind: Kind
    /// What libcurl or the server said.
    public var reason: String
    /// What came before a connection broke; nil when nothing did.
    public var received: Part?
    /// A failure.
    public init(_ kind: Kind, _ reason: String, received: Part? = nil) {
      self.kind = kind
      self.reason = reason
      self.received = received
    }
    /// Whether another try may go better.
    public var isTransient: Bool { kind == .busy || kind == .unreachable || kind == .broken }
    /// One line.
    public var description: String { reason }
  }

  /// Fetches a range of bytes.
  /// - Parameters:
  ///   - range: Bytes of the file; not empty.
  ///   - tag: The tag of an earlier part: a file that has changed since then comes whole, from its beginning.
  /// - Throws: ``Failure``. Silence for 30 s, or 15 s without a connection, is one.
  public func read(_ range: Range<Int>, tag: String? = nil) throws(Failure) -> Part {
    var headers = "Range: bytes=\(range.lowerBound)-\(range.upperBound - 1)\r\nAccept-Encoding: identity"
    if let tag { headers += "\r\nIf-Range: \(tag)" }
    let options = [
      "HEADERS=\(headers)", "CONNECTTIMEOUT=15", "LOW_SPEED_TIME=30", "LOW_SPEED_LIMIT=100", "PERSISTENT=atalaya",
      "USERAGENT=atalaya", "MAX_RETRY=0",
    ]
    let answer: Result<Part, Failure>? = try? GDALLibrary.use { (messages) throws(GeoFileError) in
      withCStrings(options) { options -> Result<Part, Failure> in
        guard
          let result = CPLHTTPFetch(
            url, UnsafeMutableRawPointer(mutating: options).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
        else {
          return .failure(
            Failure(.refused, messages.failures.first ?? "GDAL cannot fetch from the web here"))
        }
        defer { CPLHTTPDestroyResult(result) }
        return Self.part(result.pointee, range)
      }
    }
    guard let answer else { throw Failure(.refused, "GDAL cannot fetch from the web here") }
    return try answer.get()
  }

  private static func part(_ result: CPLHTTPResult, _ range: Range<Int>) -> Result<Part, Failure> {
    func header(_ name: String) -> String? {
      CSLFetchNameValue(result.papszHeaders, name).map { String(cString: $0) }
    }
    let count = Int(result.nDataLen)
    let bytes = result.pabyData.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    // A weak tag promises no equal bytes.
    let tag = header("ETag").flatMap { $0.hasPrefix("W/") ? nil : $0 }
    var part: Part?
    if let content = header("Content-Range") {
      if let (offset, total) = contentRange(content) {
        part = Part(bytes: bytes, offset: offset, total: total, tag: tag)
      }
    } else if let total = header("Content-Length").map({ size($0) }) ?? (result.nStatus == 0 ? count : nil) {
      part = Part(bytes: bytes, offset: 0, total: total, tag: tag)
    }
    guard let text = result.pszErrBuf.map({ String(cString: $0) }), !text.isEmpty else {
      guard let part, part.offset == range.lowerBound || part.offset == 0,
        part.offset + part.bytes.count <= part.total, !part.bytes.isEmpty
      else {
        return .failure(Failure(.broken, "the answer is not the range that was asked for"))
      }
      return .success(part)
    }
    if let code = text.split(separator: ":").last.flatMap({ Int($0.filter(\.isNumber)) }), result.nStatus == 0 {
      let kind: Failure.Kind =
        switch code {
        case 404, 410: .absent
        case 408, 429, 500...: .busy
        default: .refused
        }
      return .failure(Failure(kind, "the server answers with code \(code)"))
    }
    // libcurl's codes: 5 proxy, 6 host not resolved, 7 not connected.
    let kind: Failure.Kind = (5...7).contains(result.nStatus) ? .unreachable : .broken
    return .failure(Failure(kind, text, received: kind == .broken && count > 0 ? part : nil))
  }

  /// The longest file that a server is believed to have: sums of such sizes cannot overflow.
  private static let longest = 1 << 50

  /// A number of bytes in a header; nil when it is not one.
  private static func size(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { (0...longest).contains($0) ? $0 : nil }
  }

  /// `bytes 0-9/100`: where it begins and how long the file is.
  private static func contentRange(_ text: String) -> (offset: Int, total: Int)? {
    let numbers = text.split { !$0.isNumber }.compactMap { size($0) }
    guard text.hasPrefix("bytes "), numbers.count == 3, numbers[0] <= numbers[1], numbers[1] < numbers[2] else {
      return nil
    }
    return (numbers[0], numbers[2])
  }
}
