internal import Radar
public import Scenario
public import Units

/// How money is to be spent; ``PlanPlacement`` is the answer.
public struct SitingQuestion: Sendable {
  /// What may be spent, in the currency of the prices.
  public var budget: Money
  /// The objective.
  public var objective: any PlacementObjective
  /// Which prices count.
  public var price: PricePart
  /// The time for all searches together: half of it at most for the list, the rest for what else is asked; nil: as long as
  /// the proofs take.
  public var time: Duration?
  /// Whether the same budget is tried at low, base and high prices.
  public var comparesPrices: Bool
  /// Whether other budgets are tried: a tenth of the budget, two tenths and so on up to one and a half of it.
  public var sweeps: Bool
  /// The money of each year; empty when purchases over years are not asked.
  public var years: [Money]
  /// Plans to judge against the best list for their money.
  public var plans: [Scenario.Purchase]

  /// A question about a scenario: where it is not said, the objective and the prices are those that the scenario names
  /// under `place`, else flights met and base prices.
  public init(
    of scenario: Scenario, budget: Money, objective: (any PlacementObjective)? = nil, price: PricePart? = nil,
    time: Duration? = .seconds(10), comparesPrices: Bool = false, sweeps: Bool = true, years: [Money] = [],
    plans: [Scenario.Purchase] = []
  ) {
    let kept = scenario.siting
    self.budget = budget
    self.objective =
      objective
      ?? (kept.objective ?? .interceptions).made(for: scenario, height: kept.height, cells: kept.cells)
    self.price = price ?? kept.price ?? .base
    self.time = time
    self.comparesPrices = comparesPrices
    self.sweeps = sweeps
    self.years = years
    self.plans = plans
  }

  /// The budgets of a sweep; none when it is not asked.
  var budgets: [Money] {
    sweeps ? (1...15).map { Money(budget.amount * Double($0) / 10, budget.currency) } : []
  }

  /// Refuses a question that cannot be answered.
  /// - Throws: ``SitingError``.
  public func check(_ scenario: Scenario) throws(SitingError) {
    for plan in plans {
      guard let item = plan.items.first(where: { $0.type.kind.rule.arrangement == .stations }) else { continue }
      throw SitingError(
        .seesTogether,
        "“\(plan.id)” buys “\(item.type.id)”, whose stations see only together, which cannot be weighed one by one",
        remedy: "compare it with atalaya plan --purchase, or leave it out here")
    }
    try SitingError.check(
      scenario, budget: budget, price: price, measures: objective.countsAssets ? scenario.measures : [])
  }
}
