internal import Coverage
public import Placement
public import Scenario
public import Units

extension SitingProblem {
  /// The list without each of its radars, and without each of today's, the worst loss first.
  public func losses(of list: SitingList) throws(SitingError) -> [RadarLoss] {
    let model = try model(at: list.price)
    let chosen = list.items.map(\.index)
    let bought = chosen.map { index in
      let rest = chosen.filter { $0 != index }
      return RadarLoss(
        station: survey.options[index].station, isExisting: false,
        value: model.score(of: rest.map { $0 + 1 }).value(for: objective.goal), outcome: survey.outcome(of: rest))
    }
    let standing = survey.existing.enumerated().map { index, station in
      RadarLoss(
        station: station, isExisting: !survey.bought.contains(station.id), value: nil,
        outcome: survey.outcome(of: chosen, without: [index]))
    }
    let all = bought.sorted { ($0.value ?? 0) < ($1.value ?? 0) }
    return all + standing.sorted { $0.outcome.metPerDay < $1.outcome.metPerDay }
  }

  /// The same budget at low, base and high prices; prices at which it buys nothing are left out.
  ///
  /// What is bought at some prices can be paid at lower ones, and no list of higher prices passes the bound of lower ones:
  /// where a search did not end with a proof, it has at least the value, and at most the bound, that follow from the others.
  /// - Parameters:
  ///   - search: What is left before its deadline is shared by all prices; prices for which nothing is left are
  ///     ``SearchAnswer/Status/untried``.
  ///   - known: What was found for the budget at one of the prices.
  public func packages(
    budget: Money, search: PlacementSearch = PlacementSearch(), known: SitingPackage? = nil,
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [SitingPackage] {
    let search = search.begun
    var packages: [SitingPackage] = []
    var left = PricePart.allCases.count - (known == nil ? 0 : 1)
    for price in PricePart.allCases {
      if let known, known.list.price == price {
        packages.append(known)
        continue
      }
      defer { left -= 1 }
      do throws(SitingError) {
        packages.append(
          try package(
            budget: budget, price: price, search: search.withPart(1 / Double(max(left, 1)), isOver: isCancelled()),
            progress: progress,
            isCancelled: isCancelled))
      } catch  where error.code == .smallBudget { continue }
    }
    // From high prices down a list stays payable; from low prices up a bound stays true.
    for index in packages.indices.dropLast().reversed() {
      try packages[index].take(listOf: packages[index + 1], within: budget)
    }
    for index in packages.indices.dropFirst() { packages[index].take(boundOf: packages[index - 1]) }
    return packages
  }

  /// The best radars and measures for several budgets, in ascending order.
  ///
  /// What is known is one of every budget that pays it. Where a larger budget buys no more, it buys what the smaller one
  /// does. Measures are weighed as by ``package(budget:price:search:progress:isCancelled:)``. What is left before the
  /// deadline of the search is shared by all budgets (``PlacementModel/budgetSweep``).
  public func sweep(
    budgets: [Money], price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    known: SitingPackage? = nil, progress: ((PlacementProgress) -> Void)? = nil,
    isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [BudgetStep] {
    guard weighedMeasures.isEmpty else {
      let amounts = Set(budgets.map(\.amount)).sorted()
      let packages = try amounts.enumerated().map { (index, amount) throws(SitingError) in
        if let known, known.budget.amount == amount { return known }
        return try affordable(
          Money(amount, currency), price, search.withPart(1 / Double(amounts.count - index), isOver: isCancelled()),
          progress: progress,
          isCancelled: isCancelled)
      }
      let sweep = BudgetSweep(
        packages.map { package in
          var answer = package.list.found
          answer.cost = package.cost.amount
          return (package.budget.amount, answer)
        })
      return steps(sweep) { packages[$0] }
    }
    let model = try model(at: price)
    let sweep: BudgetSweep
    do {
      sweep = try model.budgetSweep(
        budgets.map(\.amount), PlacementQuestion(objective.goal), search: search,
        known: known.map { ($0.budget.amount, $0.list.found) }, progress: progress,
        isCancelled: isCancelled)
    } catch { throw SitingError(error) }
    return steps(sweep) { index in
      let point = sweep.points[index]
      let budget = Money(point.budget, currency)
      return SitingPackage(
        measures: [], problem: self, list: SitingList(self, model, budget, price, point.answer), budget: budget)
    }
  }

  /// The steps of a sweep, each with what it buys or, where that gains nothing, what the step before buys.
  private func steps(_ sweep: BudgetSweep, _ package: (Int) -> SitingPackage) -> [BudgetStep] {
    let knees = Set(sweep.knees.map(\.point))
    var steps: [BudgetStep] = []
    for (index, point) in sweep.points.enumerated() {
      let own = package(index)
      var bought = point.isEfficient ? own : steps.last?.package ?? own
      bought.budget = Money(point.budget, currency)
      bought.list.budget = Money(point.budget - bought.measureCost.amount, currency)
      let (chosen, cost) = (bought.list.found.chosen, bought.list.found.cost)
      bought.list.found = point.answer
      (bought.list.found.chosen, bought.list.found.cost) = (chosen, cost)
      steps.append(
        BudgetStep(
          package: bought, outcome: bought.problem.survey.outcome(of: bought.list.items.map(\.index)),
          isKnee: knees.contains(index)))
    }
    return steps
  }
}
