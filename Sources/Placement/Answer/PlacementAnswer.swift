/// What to choose, and how good it is proven to be.
public struct PlacementAnswer: Sendable, Hashable {
  /// Why the search ended.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// No better list exists: value and bound are equal.
    case optimal
    /// The search reached its gap or node limit before the proof.
    case feasible
    /// The time limit was reached before the proof.
    case timeLimit = "time limit"
    /// There was no time to search: list and bound are those known without a search (``PlacementModel/untried(_:)``).
    case untried = "not searched"
    /// No list satisfies the question.
    case infeasible
    /// The search was cancelled; the list is the best so far.
    case interrupted
  }

  /// Why the search ended.
  public var status: Status
  /// The covered weight, the cost, or the share of the worst group, depending on the goal; nil when no list was found.
  public var value: Double?
  /// No list has a better value than this; nil when nothing was proven or no list satisfies the question.
  public var bound: Double?
  /// The options to buy, as ascending indices into the model's options; without fixed ones.
  public var chosen: [Int]
  /// Their total cost.
  public var cost: Double
  /// The covered weight over all demands, for any goal.
  public var coveredWeight: Double
  /// Duration of the search, seconds.
  public var seconds: Double
  /// Number of nodes of the branch and bound that were examined.
  public var nodes: Int

  /// An answer.
  package init(
    status: Status, value: Double?, bound: Double?, chosen: [Int], cost: Double, coveredWeight: Double,
    seconds: Double = 0, nodes: Int = 0
  ) {
    self.status = status
    self.value = value
    self.bound = bound
    self.chosen = chosen
    self.cost = cost
    self.coveredWeight = coveredWeight
    self.seconds = seconds
    self.nodes = nodes
  }

  /// Largest relative distance of the value from the optimum, |bound − value| / |value|; 0 when they are equal, nil when one
  /// is missing or only the value is zero.
  public var gap: Double? {
    guard let value, let bound else { return nil }
    if value == bound { return 0 }
    return value == 0 ? nil : abs(bound - value) / abs(value)
  }
}
