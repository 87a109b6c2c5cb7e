public import Placement
public import Units

/// A plan of others, judged as a list is.
public struct PlanVerdict: Sendable {
  /// The plan.
  public var plan: Scenario.Purchase
  /// What it costs at the prices that count; nil when a radar of it has none.
  public var cost: Money?
  /// Its value.
  public var value: Double
  /// Flights with it.
  public var outcome: SitingSurvey.Outcome
  /// The best radars and measures for the same money; nil when that is unknown or buys nothing.
  public var best: SitingPackage?

  /// How far the plan may be from the best for its money: (bound − value) / |value|; nil without a bound.
  public var gap: Double? {
    best?.list.answer.bound.flatMap { value == 0 ? nil : max(0, $0 - value) / abs(value) }
  }
}

/// What is bought in one of several years, for good.
public struct SitingStage: Sendable {
  /// The money of this year.
  public var budget: Money
  /// The radars that this year buys, in the order of the options.
  public var bought: [SiteOption]
  /// The measures that this year takes, in the order of the scenario.
  public var measures: [Scenario.Measure] = []
  /// What has been spent by its end.
  public var cost: Money
  /// The value by its end.
  public var value: Double
  /// No list within the money so far has a better value, whatever is bought in other years.
  public var bound: Double?
  /// Flights by its end.
  public var outcome: SitingSurvey.Outcome
}

extension SitingProblem {
  /// The survey's plans with the measures that they take, judged by the same objective as our lists, each beside the best
  /// for its money.
  public func verdicts(
    price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [PlanVerdict] {
    var verdicts: [PlanVerdict] = []
    for (plan, options) in zip(survey.plans, survey.planOptions) {
      let own = plan.measures.isEmpty ? self : try SitingProblem(survey.taking(plan.measures), objective: objective)
      var verdict = PlanVerdict(
        plan: plan, cost: plan.price.map { price.price(of: $0) },
        value: own.model.score(of: options.map { $0 + 1 }).value(for: objective.goal),
        outcome: own.survey.outcome(of: options))
      do throws(SitingError) {
        if let cost = verdict.cost {
          verdict.best = try package(
            budget: cost, price: price, search: search, progress: progress, isCancelled: isCancelled)
        }
      } catch  where error.code == .smallBudget || error.code == .badBudget {}
      verdicts.append(verdict)
    }
    return verdicts
  }

  /// Purchases over years: what is bought stays, and money that is left is kept (``PlacementModel/stagedPurchases``).
  /// Measures that are taken stay as well.
  /// - Parameter budgets: The money of each year, in the currency of the prices.
  public func stages(
    budgets: [Money], price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [SitingStage] {
    guard weighedMeasures.isEmpty || budgets.isEmpty else {
      return try StagedMeasures(self, weighedMeasures, price, search, isCancelled).stages(budgets)
    }
    let model = try model(at: price)
    let stages: [PurchaseStage]
    do {
      stages =
        try model.stagedPurchases(
          budgets.map(\.amount), PlacementQuestion(objective.goal), search: search, isCancelled: isCancelled) ?? []
    } catch { throw SitingError(error) }
    return zip(stages, budgets).map { stage, budget in
      SitingStage(
        budget: budget, bought: stage.bought.map { survey.options[$0 - 1] }, cost: Money(stage.cost, currency),
        value: stage.value, bound: stage.bound, outcome: survey.outcome(of: stage.chosen.map { $0 - 1 }))
    }
  }
}
