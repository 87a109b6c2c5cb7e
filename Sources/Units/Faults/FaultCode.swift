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
