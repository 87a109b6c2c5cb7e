/// What to choose, and how good it is proven to be.
public struct PlacementAnswer: Sendable, Hashable {
  /// Why the search ended.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Nothing better exists: value and bound meet.
    case optimal
    /// The search ended by its own limits (gap or nodes) before the proof.
    case feasible
    /// The time was up before the proof.
    case timeLimit = "time limit"
    /// There was no time to search: list and bound are what is known without (``PlacementModel/untried(_:)``).
    case untried = "not searched"
    /// Nothing satisfies the question.
    case infeasible
    /// Stopped from outside; the best so far.
    case interrupted
  }

  /// Why the search ended.
  public var status: Status
  /// The covered weight, the cost, or the share of the worst group, as the goal asks; nil when no list was found.
  public var value: Double?
  /// No list has a better value than this; nil when nothing was proven, or nothing satisfies the question.
  public var bound: Double?
  /// The options to buy, as ascending indices into the model's options; fixed ones are not in it.
  public var chosen: [Int]
  /// What they cost together.
  public var cost: Double
  /// The covered weight, of all demands, whatever the goal.
  public var coveredWeight: Double
  /// How long it took.
  public var seconds: Double
  /// How many nodes the branch and bound looked at.
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

  /// How far the value may be from the best possible: |bound − value| / |value|; 0 when they are equal, nil when one is
  /// missing or the value is zero and the bound is not.
  public var gap: Double? {
    guard let value, let bound else { return nil }
    if value == bound { return 0 }
    return value == 0 ? nil : abs(bound - value) / abs(value)
  }
}
