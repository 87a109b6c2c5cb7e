internal import Foundation

/// An answer.
package struct HTTPResponse: Sendable {
  /// What is sent after the head.
  package enum Body: Sendable {
    case bytes([UInt8])
    /// Pieces as they come; the connection ends with them.
    case stream(AsyncStream<[UInt8]>)
  }

  package var status: HTTPStatus
  package var headers: [(name: String, value: String)]
  package var body: Body

  package init(
    _ status: HTTPStatus = .ok, type: String? = nil, headers: [(name: String, value: String)] = [],
    body: Body = .bytes([])
  ) {
    self.status = status
    self.headers = (type.map { [("Content-Type", $0)] } ?? []) + headers
    self.body = body
  }

  package init(_ status: HTTPStatus = .ok, type: String, headers: [(name: String, value: String)] = [], text: String) {
    self.init(status, type: type, headers: headers, body: .bytes(Array(text.utf8)))
  }

  /// The bytes of the body; nil of a stream.
  package var bytes: [UInt8]? {
    guard case .bytes(let bytes) = body else { return nil }
    return bytes
  }

  /// The first line and the headers, with what keeps every answer from being used elsewhere.
  func head(isLast: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for (name, value) in Self.always + headers { text += "\(name): \(value)\r\n" }
    if let bytes, status != .notModified, status != .noContent { text += "Content-Length: \(bytes.count)\r\n" }
    text += "Date: \(Self.date())\r\nConnection: \(isLast ? "close" : "keep-alive")\r\n\r\n"
    return Array(text.utf8)
  }

  /// No copy is kept, no other type is guessed, no page elsewhere may show or read it, and no address goes to others.
  private static let always = [
    ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
  ]

  /// RFC 9110, section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func date() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
    return "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
  }
}
