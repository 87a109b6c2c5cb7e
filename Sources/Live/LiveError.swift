public import Units

/// Why a session cannot be served, or not do what is asked.
public typealias LiveError = Fault<LiveFault>

/// Kinds of failure of a session.
public enum LiveFault: String, FaultCode {
  /// The port is taken by another program.
  case portInUse
  /// An address that cannot be listened on.
  case address
  /// The server ended by itself.
  case server
  /// The scenario is open in another session.
  case isOpen
  /// What was kept of a session cannot be read or written.
  case journal
  /// A password file that cannot be used.
  case password
  /// There is no such variant, job or station.
  case notFound
  /// What was asked for cannot be read.
  case request
  /// What was asked for is too much at once.
  case limit
  /// Something has changed meanwhile, or is there already.
  case conflict
  /// It cannot be written.
  case unwritable

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
