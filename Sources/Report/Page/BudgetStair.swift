/// The curve of what budgets reach, as it is drawn.
enum BudgetStair {
  /// The best list for one budget; money in millions.
  struct Point: Sendable {
    var budget: Double
    /// What the list costs: from there on every budget reaches its value.
    var cost: Double
    var value: Double
    /// No list within the budget is worth more.
    var bound: Double
  }

  /// The corners of the stair of reached values: it rises where a list can be paid, not at the budget that found it.
  static func reached(
    _ points: [Point], today: Double, upTo money: Double
  ) -> [(money: Double, value: Double)] {
    var corners = [(money: 0.0, value: today)]
    var last = today
    for point in points.sorted(by: { ($0.cost, $0.value) < ($1.cost, $1.value) }) where point.value > last {
      corners += [(point.cost, last), (point.cost, point.value)]
      last = point.value
    }
    return corners + [(money, last)]
  }

  /// The corners of the bound, which holds for every budget up to its own.
  static func limit(_ points: [Point]) -> [(money: Double, value: Double)] {
    var before = 0.0
    return points.flatMap { point in
      defer { before = point.budget }
      return [(before, point.bound), (point.budget, point.bound)]
    }
  }
}
