/// Everything that is wrong with a file or a question, told at once.
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

/// Collects faults, so that all are told at once.
package struct FaultCollector<Kind: FaultCode>: Sendable {
  /// The faults that are kept.
  package private(set) var problems: [Fault<Kind>] = []
  /// How many there are in all.
  package private(set) var count = 0
  private let limit: Int

  /// A collector that keeps so many faults and counts all.
  package init(limit: Int = 50) { self.limit = limit }

  package var isEmpty: Bool { count == 0 }

  package mutating func append(_ problem: Fault<Kind>) {
    count += 1
    if problems.count < limit { problems.append(problem) }
  }

  /// Takes in the faults of another reading of the same file, in an order.
  package mutating func merge(_ other: FaultCollector, by areInOrder: (Fault<Kind>, Fault<Kind>) -> Bool) {
    count += other.count
    let all = (problems + other.problems).enumerated().sorted { a, b in
      areInOrder(a.element, b.element) || (!areInOrder(b.element, a.element) && a.offset < b.offset)
    }
    problems = all.prefix(limit).map(\.element)
  }

  /// Throws what was found.
  package func throwAny() throws(FaultList<Kind>) {
    if let list = FaultList(problems, count: count) { throw list }
  }
}
