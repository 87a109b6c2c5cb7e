/// A request with its body.
package struct HTTPRequest: Sendable {
  package var head: HTTPHead
  package var body: [UInt8]
}

/// What answers requests.
package protocol HTTPService: Sendable {
  /// Judges a request by its head, before a byte of its body is read.
  func admit(_ head: HTTPHead) -> HTTPAdmission
}

/// Whether a request is answered.
package enum HTTPAdmission: Sendable {
  /// It is answered with this, and its body is not read.
  case refused(HTTPResponse)
  /// Its body may have so many bytes.
  case accepted(bodyLimit: Int, answer: @Sendable (HTTPRequest) async -> HTTPResponse)
}
