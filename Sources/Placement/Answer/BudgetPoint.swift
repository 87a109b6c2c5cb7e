/// The best list for one of several budgets.
public struct BudgetPoint: Sendable, Hashable {
  /// The budget.
  public var budget: Double
  /// The list and its value; its bound is that of no list within this budget.
  public var answer: PlacementAnswer
  /// Whether no smaller budget of the sweep reaches this value.
  public var isEfficient: Bool
}

extension BudgetPoint {
  /// Takes what an answer for another budget says about this one.
  mutating func take(_ other: PlacementAnswer, foundFor otherBudget: Double) {
    if budget <= otherBudget, let bound = other.bound { answer.bound = min(answer.bound ?? bound, bound) }
    guard other.cost <= budget, let value = other.value, answer.value.map({ value > $0 }) ?? true else { return }
    (answer.value, answer.chosen, answer.cost) = (value, other.chosen, other.cost)
    answer.coveredWeight = other.coveredWeight
    if let bound = answer.bound { answer.bound = max(bound, value) }
  }
}
