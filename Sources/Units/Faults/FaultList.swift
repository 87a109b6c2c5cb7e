/// Everything that is wrong with a file or a question, reported at once.
public struct FaultList<Kind: FaultCode>: AtalayaError {
  /// The kinds of fault of the module.
  public typealias Code = Kind
  /// One fault.
  public typealias Problem = Fault<Kind>

  /// The faults, in the order in which they were met or stand in their file.
  public private(set) var problems: [Problem]
  /// How many there are in all; more than are kept where there are very many.
  public private(set) var count: Int

  /// So many faults as a list; nil when there is none.
  /// - Parameter count: How many there are in all, where not all are kept.
  public init?(_ problems: [Problem], count: Int? = nil) {
    guard let first = problems.first else { return nil }
    self.problems = problems
    self.count = max(problems.count, count ?? 0)
    self.first = first
  }

  /// A list of one.
  public init(_ problem: Problem) {
    problems = [problem]
    count = 1
    first = problem
  }

  private var first: Problem

  /// The kind of the first fault.
  public var code: Kind { first.code }
  /// The place of the first fault.
  public var place: FaultPlace { first.place }
  /// What is wrong first.
  public var problem: String { first.problem }
  /// What would be right instead of the first fault.
  public var remedy: String? { first.remedy }
  /// What caused the first fault.
  public var underlying: (any FaultCause)? { first.underlying }

  /// One line per fault.
  public var description: String { lines.joined(separator: "\n") }

  /// A line for each fault, and one for those that are not kept.
  public var lines: [String] {
    problems.map(\.description) + (count > problems.count ? ["… and \(count - problems.count) more"] : [])
  }
}
