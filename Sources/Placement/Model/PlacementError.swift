/// Everything that is wrong with a model or a question.
public struct PlacementError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Kinds of faults.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Two options or two demands share an id.
    case duplicateID
    /// A cost or a use that is negative, not finite or missing.
    case badCost
    /// A weight that is negative or not finite.
    case badWeight
    /// A need that is not above zero, or too large.
    case badNeed
    /// A strength that is not above zero.
    case badStrength
    /// A cover, or a new list, that does not fit the options and demands.
    case unknownIndex
    /// An option covers a demand twice.
    case duplicateCover
    /// Two fixed options share a group.
    case fullGroup
    /// A limit that is negative, not a number, or of a resource that the model lacks.
    case badLimit
    /// An id that names no option.
    case unknownOption
    /// A solution that cannot be read.
    case badSolution
  }

  /// One fault.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The kind of fault.
    public var code: Code
    /// The option, demand or line it is about.
    public var subject: String
    /// What is wrong.
    public var text: String

    /// One line.
    public var description: String { "\(subject): \(text)" }
  }

  /// The faults, in the order found; at most ``limit``.
  public var problems: [Problem]
  /// Number of faults in all.
  public var count: Int

  /// Most faults that are kept.
  public static let limit = 50

  /// One line per fault.
  public var description: String { lines.joined(separator: "\n") }

  /// One line per fault, and one for those that are not kept.
  public var lines: [String] {
    problems.map(\.description) + (count > problems.count ? ["… and \(count - problems.count) more"] : [])
  }
}
