internal import CCurl
internal import Foundation

/// One connection of libcurl's, kept open between requests. It asks the address that it is given and no other: it follows
/// no redirect, speaks HTTP only, and knows no cookies or passwords.
struct WebConnection: ~Copyable {
  private let handle: OpaquePointerBox

  /// What came of a request.
  struct Answer {
    /// The server's code; 0 when none came.
    var status = 0
    /// The head's fields by their names in lower case.
    var fields: [String: String] = [:]
    /// The body, which may break off.
    var bytes: [UInt8] = []
    /// libcurl's code and words when the request failed.
    var failure: (code: Int, text: String)?
  }

  /// More than that of a body, or of a head, is not taken.
  static let (bodyLimit, headLimit) = (256 << 20, 64 << 10)

  init?() {
    guard let raw = curl_easy_init() else { return nil }
    handle = OpaquePointerBox(raw)
  }

  deinit { curl_easy_cleanup(handle.raw) }

  /// Asks for an address.
  mutating func get(_ url: String, headers: [String]) -> Answer {
    let raw = handle.raw
    // Keeps connections, and forgets the options of the request before.
    curl_easy_reset(raw)
    let taken = Taken()
    var list: UnsafeMutablePointer<curl_slist>?
    for header in headers { list = curl_slist_append(list, header) ?? list }
    defer { curl_slist_free_all(list) }
    let options: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, 15), (CURLOPT_LOW_SPEED_TIME, 30),
      (CURLOPT_LOW_SPEED_LIMIT, 100), (CURLOPT_NETRC, 0),
    ]
    for (option, value) in options { _ = atalaya_curl_number(raw, option, value) }
    _ = atalaya_curl_only_http(raw)
    _ = atalaya_curl_text(raw, CURLOPT_URL, url)
    _ = atalaya_curl_text(raw, CURLOPT_USERAGENT, "atalaya")
    for (option, names) in Self.settings {
      let environment = ProcessInfo.processInfo.environment
      if let value = names.compactMap({ environment[$0] }).first { _ = atalaya_curl_text(raw, option, value) }
    }
    _ = atalaya_curl_list(raw, CURLOPT_HTTPHEADER, list)
    let context = Unmanaged.passUnretained(taken).toOpaque()
    _ = atalaya_curl_pointer(raw, CURLOPT_WRITEDATA, context)
    _ = atalaya_curl_pointer(raw, CURLOPT_HEADERDATA, context)
    _ = atalaya_curl_function(raw, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      Taken.of(context)?.body(UnsafeRawBufferPointer(start: bytes, count: size * count)) == true ? size * count : 0
    }
    _ = atalaya_curl_function(raw, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      Taken.of(context)?.head(UnsafeRawBufferPointer(start: bytes, count: size * count)) == true ? size * count : 0
    }
    let code = withExtendedLifetime(taken) { curl_easy_perform(raw) }
    var answer = Answer(status: Int(atalaya_curl_status(raw)), fields: taken.fields, bytes: taken.bytes)
    if code != CURLE_OK {
      let text = curl_easy_strerror(code).map { String(cString: $0) } ?? "libcurl failed"
      answer.failure = (
        Int(code.rawValue), taken.isFull ? "more than \(Self.bodyLimit >> 20) MiB came, or a head without end" : text
      )
    }
    return answer
  }

  /// What users of GDAL set for the proxies and certificates of their networks; libcurl reads `https_proxy` and the like.
  private static let settings: [(CURLoption, [String])] = [
    (CURLOPT_CAINFO, ["GDAL_CURL_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"]), (CURLOPT_PROXY, ["GDAL_HTTP_PROXY"]),
    (CURLOPT_PROXYUSERPWD, ["GDAL_HTTP_PROXYUSERPWD"]),
  ]

  /// Collects an answer; used only inside `curl_easy_perform` of the connection that made it.
  private final class Taken {
    var fields: [String: String] = [:]
    var bytes: [UInt8] = []
    var isFull = false
    private var headBytes = 0

    static func of(_ context: UnsafeMutableRawPointer?) -> Taken? {
      context.map { Unmanaged<Taken>.fromOpaque($0).takeUnretainedValue() }
    }

    func body(_ part: UnsafeRawBufferPointer) -> Bool {
      isFull = isFull || bytes.count + part.count > WebConnection.bodyLimit
      if !isFull { bytes.append(contentsOf: part) }
      return !isFull
    }

    func head(_ part: UnsafeRawBufferPointer) -> Bool {
      headBytes += part.count
      isFull = isFull || headBytes > WebConnection.headLimit
      guard !isFull else { return false }
      let line = String(decoding: part, as: UTF8.self)
      // The answer of a proxy comes before the server's.
      if line.hasPrefix("HTTP/") { fields = [:] }
      if let colon = line.firstIndex(of: ":") {
        let value = line[line.index(after: colon)...].filter { $0 >= " " && $0 != "\u{7F}" }
        fields[line[..<colon].lowercased()] = value.trimmingCharacters(in: .whitespaces)
      }
      return true
    }
  }
}

/// libcurl's handle: used by one task at a time, whichever that is.
private struct OpaquePointerBox: @unchecked Sendable {
  let raw: UnsafeMutableRawPointer
  init(_ raw: UnsafeMutableRawPointer) { self.raw = raw }
}
