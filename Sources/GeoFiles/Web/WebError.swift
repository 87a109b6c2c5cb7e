public import Units

/// Why bytes did not come from a web server: what libcurl or the server said.
public typealias WebError = Fault<WebFault>

/// Kinds of failure with a web server.
public enum WebFault: String, FaultCode {
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

  /// Whether another try may go better.
  public var isTransient: Bool {
    switch self {
    case .busy, .unreachable, .broken: true
    case .absent, .refused: false
    }
  }
}

/// The cause of a broken connection's error: it broke after some bytes.
public struct BrokenTransfer: FaultCause {
  /// What came before.
  package var received: RemoteFile.Part
}
