/// The first line and the headers of a request.
package struct HTTPHead: Sendable, Hashable {
  /// `GET`, `POST`: as written; methods are case sensitive.
  package var method: String
  /// The parts of the path between slashes, decoded: never empty but for the last, never `.` or `..`, and without slash and
  /// control characters, so that none can be taken for a way to a file.
  package var path: [String]
  /// The query's pairs in their order, decoded.
  package var query: [(name: String, value: String)]
  /// Whether the version is HTTP/1.1; else it is 1.0.
  package var isPersistentByDefault: Bool
  /// The headers, with names in small letters.
  package var headers: [(name: String, value: String)]

  /// The value of a header; of several the first.
  package subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The value of a key of the query; nil when it is not there.
  package func query(_ name: String) -> String? { query.first { $0.name == name }?.value }

  /// Bytes of the body; nil where none is stated.
  var contentLength: Int? { self["content-length"].flatMap(Int.init) }

  /// Whether the peer wants the connection kept (RFC 9112, section 9.3).
  var isPersistent: Bool {
    let words = (self["connection"] ?? "").lowercased().split(separator: ",").map {
      $0.trimmingPrefix { $0 == " " }.split(separator: " ").first.map(String.init) ?? ""
    }
    return isPersistentByDefault ? !words.contains("close") : words.contains("keep-alive")
  }

  package static func == (a: HTTPHead, b: HTTPHead) -> Bool {
    a.method == b.method && a.path == b.path && a.query.elementsEqual(b.query, by: ==)
      && a.isPersistentByDefault == b.isPersistentByDefault && a.headers.elementsEqual(b.headers, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(method)
    hasher.combine(path)
  }
}

/// Why a request cannot be read; the connection ends after the answer.
package struct HTTPFault: Error, Sendable, Hashable {
  package var status: HTTPStatus
  package var problem: String

  package init(_ status: HTTPStatus, _ problem: String) { (self.status, self.problem) = (status, problem) }
}
