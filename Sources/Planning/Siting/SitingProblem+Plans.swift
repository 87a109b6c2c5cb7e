public import Placement
public import Scenario
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
  /// How the search for the bound ended.
  public var status: PlacementAnswer.Status
  /// Flights by its end.
  public var outcome: SitingSurvey.Outcome
}

extension SitingProblem {
  /// The survey's plans with the measures that they take, judged by the same objective as our lists, each next to the best
  /// for its money.
  /// - Parameters:
  ///   - search: What is left before its deadline is shared by all plans; for a plan for which nothing is left the best is
  ///     ``PlacementAnswer/Status/untried``.
  ///   - known: What was found for some budget at the same prices: its list is one of plans that cost as much or more, its
  ///     bound holds for those that cost no more than its budget.
  public func verdicts(
    price: PricePart = .base, search: PlacementSearch = PlacementSearch(), known: SitingPackage? = nil,
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [PlanVerdict] {
    let search = search.begun
    var verdicts: [PlanVerdict] = []
    for (plan, options) in zip(survey.plans, survey.planOptions) {
      let own = plan.measures.isEmpty ? self : try SitingProblem(survey.taking(plan.measures), objective: objective)
      var verdict = PlanVerdict(
        plan: plan, cost: plan.price.map { price.price(of: $0) },
        value: own.model.score(of: options.map { $0 + 1 }).value(for: objective.goal),
        outcome: own.survey.outcome(of: options))
      do throws(SitingError) {
        if let cost = verdict.cost {
          var best = try package(
            budget: cost, price: price,
            search: search.withPart(1 / Double(survey.plans.count - verdicts.count), isOver: isCancelled()),
            progress: progress, isCancelled: isCancelled)
          if let known {
            try best.take(listOf: known, within: cost)
            if cost.amount <= known.budget.amount { best.take(boundOf: known) }
          }
          verdict.best = best
        }
      } catch  where error.code == .smallBudget || error.code == .badBudget {}
      verdicts.append(verdict)
    }
    return verdicts
  }

  /// Purchases over years: what is bought stays, and money that is left is kept (``PlacementModel/stagedPurchases``).
  /// Measures that are taken stay as well.
  /// - Parameters:
  ///   - budgets: The money of each year, in the currency of the prices.
  ///   - search: What is left before its deadline is shared by all lists.
  public func stages(
    budgets: [Money], price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [SitingStage] {
    let search = search.begun
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
        value: stage.value, bound: stage.bound, status: stage.status,
        outcome: survey.outcome(of: stage.chosen.map { $0 - 1 }))
    }
  }
}
