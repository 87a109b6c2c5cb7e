/// Collects faults, so that all are reported at once.
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
