/// A scenario that cannot be used, with everything that is wrong with it.
public struct ScenarioError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Everything that is wrong, in the order of the files and lines; at least one.
  public let problems: [ScenarioProblem]
  /// What was doubtful besides.
  public let warnings: [ScenarioProblem]

  /// A scenario that cannot be used.
  public init(problems: [ScenarioProblem], warnings: [ScenarioProblem] = []) {
    self.problems = problems
    self.warnings = warnings
  }

  /// All problems, one per line.
  public var description: String { problems.map { "error: \($0)" }.joined(separator: "\n") }
}
