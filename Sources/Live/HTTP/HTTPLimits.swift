/// What a peer may ask of the server: beyond these a request is refused, or its connection closed.
package struct HTTPLimits: Sendable {
  /// Bytes of a request's first line and headers together.
  package var head = 16_384
  /// Lines of headers.
  package var headers = 100
  /// Connections at a time; one more is told that the server is busy.
  package var connections = 64
  /// Requests a second of one connection; more are answered later.
  package var requestsPerSecond = 200.0
  /// How long a connection may be silent between two requests.
  package var idle = Duration.seconds(75)
  /// How long the head of a request may take from its first byte.
  package var headTime = Duration.seconds(10)
  /// How long a body may take, besides a second for every 256 KB.
  package var bodyTime = Duration.seconds(10)
  /// How long a peer may take to read 64 KB of an answer.
  package var writeTime = Duration.seconds(20)

  /// The limits that SECURITY.md states.
  package init() {}

  /// How long a body of so many bytes may take.
  func bodyTime(bytes: Int) -> Duration { bodyTime + .seconds(bytes / 262_144) }
}
