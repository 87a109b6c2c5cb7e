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
  /// What would be right; nil when the problem says it all.
  var remedy: String? { get }
  /// The error that caused it, with its type; nil when nothing did.
  var underlying: (any FaultCause)? { get }
  /// What people read, a line for each fault.
  var lines: [String] { get }
}

/// An error that may be the cause of a fault.
public typealias FaultCause = Error & Hashable & Sendable

/// The kinds of fault of one module, and how its faults are written.
public protocol FaultCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// How a place is written before the problem; empty where the problem names it.
  static func text(of place: FaultPlace) -> String
  /// A problem and what would be right, in one line.
  static func text(of problem: String, remedy: String) -> String
}

extension FaultCode {
  /// The place with all of its parts.
  public static func text(of place: FaultPlace) -> String { place.description }
  /// The problem, a semicolon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem); \(remedy)" }
}

extension AtalayaError {
  /// What is wrong and what would be right, without the place.
  public var message: String { remedy.map { Code.text(of: problem, remedy: $0) } ?? problem }
}
