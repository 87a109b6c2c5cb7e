/// What every error of the package has: a code for programs, and for people where it happened, what is wrong and what would
/// be right.
///
/// There are two shapes of it: one ``Fault``, and a ``FaultList`` where all faults of a file or a question are found at once.
public protocol AtalayaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of fault of one module.
  associatedtype Code: FaultCode
  /// The kind of fault.
  var code: Code { get }
  /// Where it happened.
  var place: FaultPlace { get }
  /// What is wrong.
  var problem: String { get }
  /// What to do; nil when the problem says it.
  var remedy: String? { get }
  /// The error that caused it, with its type; nil when nothing did.
  var underlying: (any FaultCause)? { get }
  /// What people read, a line for each fault.
  var lines: [String] { get }
}

/// An error that may be the cause of a fault.
public typealias FaultCause = Error & Hashable & Sendable

extension AtalayaError {
  /// What is wrong and what would be right, without the place.
  public var message: String { remedy.map { Code.text(of: problem, remedy: $0) } ?? problem }
}
