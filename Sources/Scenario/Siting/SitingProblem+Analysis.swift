public import Coverage
public import Placement
public import Units

/// What is left when one radar is not there.
public struct RadarLoss: Sendable {
  /// The radar.
  public var station: RadarStation
  /// Whether it stands today; otherwise the list buys it.
  public var isExisting: Bool
  /// The value of the list without it; nil for a radar of today.
  public var value: Double?
  /// Flights without it.
  public var outcome: SitingSurvey.Outcome
}

/// The best list for one of several budgets.
public struct BudgetStep: Sendable {
  /// The list.
  public var list: SitingList
  /// Flights with the list.
  public var outcome: SitingSurvey.Outcome
  /// Whether beyond it a further million gains at most half of what it gained up to it (``BudgetSweep/knees``).
  public var isKnee: Bool
}

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
        station: station, isExisting: true, value: nil, outcome: survey.outcome(of: chosen, without: [index]))
    }
    let all = bought.sorted { ($0.value ?? 0) < ($1.value ?? 0) }
    return all + standing.sorted { $0.outcome.metPerDay < $1.outcome.metPerDay }
  }

  /// The same budget at low, base and high prices; prices at which it buys nothing are left out.
  public func packages(
    budget: Money, search: PlacementSearch = PlacementSearch(), progress: ((PlacementProgress) -> Void)? = nil,
    isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [SitingPackage] {
    var packages: [SitingPackage] = []
    for price in PricePart.allCases {
      do throws(SitingError) {
        packages.append(
          try package(
            budget: budget, price: price, search: search, progress: progress, isCancelled: isCancelled))
      } catch  where error.code == .smallBudget { continue }
    }
    return packages
  }

  /// The best lists for several budgets, in ascending order.
  ///
  /// A list that is known is one of every budget that pays it. Where a larger budget buys no more, its list is that of the smaller one.
  public func sweep(
    budgets: [Money], price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    known: SitingList? = nil, progress: ((PlacementProgress) -> Void)? = nil,
    isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> [BudgetStep] {
    let model = try model(at: price)
    let sweep: BudgetSweep
    do {
      sweep = try model.budgetSweep(
        budgets.map(\.amount), PlacementQuestion(objective.goal), search: search,
        known: known.map { ($0.budget.amount, $0.answer) }, progress: progress,
        isCancelled: isCancelled)
    } catch { throw SitingError(error) }
    let knees = Set(sweep.knees.map(\.point))
    var steps: [BudgetStep] = []
    for (index, point) in sweep.points.enumerated() {
      var list = SitingList(self, model, Money(point.budget, currency), price, point.answer)
      if !point.isEfficient, let last = steps.last?.list {
        list.items = last.items
        (list.answer.chosen, list.answer.cost) = (last.answer.chosen, last.answer.cost)
      }
      steps.append(
        BudgetStep(
          list: list, outcome: survey.outcome(of: list.items.map(\.index)), isKnee: knees.contains(index)))
    }
    return steps
  }
}
