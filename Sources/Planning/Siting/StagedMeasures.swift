import Placement
import Scenario
import Units

/// Radars and measures bought over years, where each set of measures makes a problem of its own.
///
/// The same two ways are tried as for radars only (``PlacementModel/stagedPurchases(_:_:search:isCancelled:)``): year after
/// year the best that adds to what there is, and the best for all the money first, of which the years before buy the best
/// part. That with the larger sum of values over the years is taken; of equals the one with the better end.
struct StagedMeasures {
  /// What has been bought by the end of a year.
  private struct Holding {
    /// A bit for each measure.
    var taken: Int
    /// Options of the model.
    var chosen: [Int]
    var cost: Double
    var value: Double
  }

  private let problem: SitingProblem
  private let measures: [Scenario.Measure]
  private let price: PricePart
  private let search: PlacementSearch
  private let isCancelled: () -> Bool
  /// The problem with each set of measures taken, its model at the prices that count, and what the set costs.
  private let sets: [(problem: SitingProblem, model: PlacementModel, cost: Double)]

  init(
    _ problem: SitingProblem, _ measures: [Scenario.Measure], _ price: PricePart, _ search: PlacementSearch,
    _ isCancelled: @escaping () -> Bool
  ) throws(SitingError) {
    guard measures.count <= SitingPackage.measureLimit else {
      throw SitingError(.manyMeasures, "at most \(SitingPackage.measureLimit) measures can be weighed against radars")
    }
    (self.problem, self.measures, self.price, self.search) = (problem, measures, price, search)
    self.isCancelled = isCancelled
    sets = try (0..<(1 << measures.count)).map { (bits) throws(SitingError) in
      let set = Self.members(bits, of: measures)
      let own = try SitingProblem(problem.survey.taking(set), objective: problem.objective)
      return (own, try own.model(at: price), set.reduce(0) { $0 + $1.cost.amount })
    }
  }

  func stages(_ budgets: [Money]) throws(SitingError) -> [SitingStage] {
    var sums: [Double] = []
    for budget in budgets { sums.append((sums.last ?? 0) + budget.amount) }
    var left = 3 * sums.count - 1
    func part() -> PlacementSearch {
      defer { left -= 1 }
      return search.withPart(1 / Double(max(left, 1)), isOver: isCancelled())
    }
    let packages = try sums.map { (sum) throws(SitingError) in
      try problem.affordable(Money(sum, problem.currency), price, part(), isCancelled: isCancelled)
    }
    let all = Array(sets.indices)

    var forward: [Holding] = []
    for sum in sums {
      let before = forward.last
      let found = try best(
        within: sum, of: all.filter { $0 & (before?.taken ?? 0) == before?.taken ?? 0 }, .forced, before?.chosen ?? [],
        part())
      forward.append(found ?? before ?? none)
    }
    var backward = [holding(of: packages[packages.count - 1])]
    for sum in sums.dropLast().reversed() {
      let kept = backward[0]
      let others = problem.model.options.indices.filter { index in
        !kept.chosen.contains(index) && problem.model.options[index].standing == .free
      }
      backward.insert(
        try best(within: sum, of: all.filter { $0 & kept.taken == $0 }, .forbidden, others, part()) ?? none, at: 0)
    }
    let totals = [forward, backward].map { $0.reduce(0) { $0 + $1.value } }
    let isBackward = (totals[1], backward.last?.value ?? 0) > (totals[0], forward.last?.value ?? 0)
    let way = isBackward ? backward : forward
    return way.indices.map { year in
      let before = year > 0 ? way[year - 1] : none
      return SitingStage(
        budget: budgets[year],
        bought: way[year].chosen.filter { !before.chosen.contains($0) }.map { problem.survey.options[$0 - 1] },
        measures: Self.members(way[year].taken & ~before.taken, of: measures),
        cost: Money(way[year].cost, problem.currency), value: way[year].value, bound: packages[year].list.found.bound,
        status: packages[year].list.answer.status,
        outcome: sets[way[year].taken].problem.survey.outcome(of: way[year].chosen.map { $0 - 1 }))
    }
  }

  /// The best radars with one of some sets of measures; of the same value what costs least. Nil when no set can be paid, or
  /// there is no time.
  private func best(
    within sum: Double, of candidates: [Int], _ standing: PlacementOption.Standing, _ options: [Int],
    _ search: PlacementSearch
  ) throws(SitingError) -> Holding? {
    var best: Holding?
    let payable = candidates.sorted { (sets[$0].cost, $0) < (sets[$1].cost, $1) }.filter { sets[$0].cost <= sum }
    for (index, taken) in payable.enumerated() {
      if search.isLate || isCancelled() { break }
      var own = sets[taken].model.options
      for index in options { own[index].standing = standing }
      let answer: PlacementAnswer
      do throws(PlacementError) {
        answer = try sets[taken].model.with(options: own).solve(
          PlacementQuestion(problem.objective.goal, limits: [.budget(sum - sets[taken].cost)]),
          search: search.withPart(1 / Double(payable.count - index)), isCancelled: isCancelled)
      } catch { throw SitingError(error) }
      guard let value = answer.value else { continue }
      let cost = answer.cost + sets[taken].cost
      // Sums of the same weights in another order differ by rounding.
      if let known = best, value < known.value * (1 + 1e-12), value < known.value || cost >= known.cost { continue }
      best = Holding(taken: taken, chosen: answer.chosen, cost: cost, value: value)
    }
    return best
  }

  private var none: Holding { Holding(taken: 0, chosen: [], cost: 0, value: problem.todayValue) }

  private func holding(of package: SitingPackage) -> Holding {
    let ids = Set(package.measures.map(\.id))
    let taken = measures.indices.reduce(0) { ids.contains(measures[$1].id) ? $0 | 1 << $1 : $0 }
    return Holding(
      taken: taken, chosen: package.list.found.chosen, cost: package.cost.amount,
      value: package.list.found.value ?? problem.todayValue)
  }

  private static func members(_ bits: Int, of measures: [Scenario.Measure]) -> [Scenario.Measure] {
    measures.indices.filter { bits & (1 << $0) != 0 }.map { measures[$0] }
  }
}
