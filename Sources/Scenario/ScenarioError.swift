public import Units

/// A scenario that cannot be used, with everything that is wrong with it.
public struct ScenarioError: AtalayaError {
  /// Everything that is wrong, in the order of the files and lines.
  public let problems: [ScenarioProblem]
  /// Warnings found as well.
  public let warnings: [ScenarioProblem]
  private let first: ScenarioProblem

  /// A scenario that cannot be used; nil when nothing is wrong.
  package init?(problems: [ScenarioProblem], warnings: [ScenarioProblem] = []) {
    guard let first = problems.first else { return nil }
    self.first = first
    self.problems = problems
    self.warnings = warnings
  }

  /// A scenario with one problem.
  package init(_ problem: ScenarioProblem) {
    first = problem
    problems = [problem]
    warnings = []
  }

  /// The kind of the first problem.
  public var code: ScenarioFault { first.code }
  /// Where the first problem is.
  public var place: FaultPlace { first.place }
  /// What is wrong first.
  public var problem: String { first.problem }
  /// What would be right instead of the first problem.
  public var remedy: String? { first.remedy }
  /// What caused the first problem.
  public var underlying: (any FaultCause)? { first.underlying }
  /// A line for each problem.
  public var lines: [String] { problems.map(\.description) }

  /// All problems, one per line.
  public var description: String { problems.map { "error: \($0)" }.joined(separator: "\n") }
}
