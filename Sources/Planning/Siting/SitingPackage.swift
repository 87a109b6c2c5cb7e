public import Placement
public import Scenario
public import Units

/// Radars and measures on one budget: which of both to buy.
public struct SitingPackage: Sendable {
  /// The measures to take, in the order of the scenario.
  public var measures: [Scenario.Measure]
  /// The problem with them taken; without any it is that which was asked.
  public var problem: SitingProblem
  /// The radars to buy with the rest of the budget. Its bound is that of all radars and measures within the whole budget.
  public var list: SitingList
  /// What may be spent.
  public var budget: Money
  /// What the measures cost.
  public var measureCost: Money { Money(measures.reduce(0) { $0 + $1.cost.amount }, budget.currency) }
  /// What everything costs.
  public var cost: Money { Money(measureCost.amount + list.cost.amount, budget.currency) }

  /// So many measures can be weighed: each set of them is a problem of its own.
  public static let measureLimit = 10
}

extension SitingPackage {
  /// Takes the list of another, found at higher prices or for other money, where it is better and can be paid.
  mutating func take(listOf other: SitingPackage, within budget: Money) throws(SitingError) {
    guard list.answer.status != .optimal, let value = other.list.answer.value,
      list.answer.value.map({ value > $0 * (1 + 1e-12) }) ?? true
    else { return }
    var answer = list.answer
    let model = try other.problem.model(at: list.price)
    let score = model.score(of: other.list.answer.chosen)
    guard score.cost + other.measureCost.amount <= budget.amount else { return }
    (answer.value, answer.chosen) = (value, other.list.answer.chosen)
    (answer.cost, answer.coveredWeight) = (score.cost, score.coveredWeight)
    if let bound = answer.bound { answer.bound = max(bound, value) }
    (measures, problem) = (other.measures, other.problem)
    list = SitingList(
      other.problem, model, Money(budget.amount - measureCost.amount, budget.currency), list.price, answer)
  }

  /// Takes the bound of another, found at lower prices or for more money, where it says more.
  mutating func take(boundOf other: SitingPackage) {
    guard list.answer.status != .optimal, let bound = other.list.answer.bound else { return }
    list.answer.bound = max(min(list.answer.bound ?? bound, bound), list.answer.value ?? -.infinity)
  }
}

extension SitingProblem {
  /// The best radars and measures for a budget; of those of the same value cheap ones.
  ///
  /// Every set of measures that the budget allows leaves a problem of radars with the rest of the money. They are solved in
  /// the order of what all radars on offer would come to with the measures, until nothing that is left can be better; sets
  /// with which the same radars do the same as with a cheaper set are left out. The bound is the largest over all sets: that
  /// of a set's own problem, or what all radars on offer would come to where that was not solved.
  ///
  /// Measures are weighed when assets matter to the objective (``PlacementObjective/countsAssets``).
  /// - Parameters:
  ///   - budget: In the currency of the prices; it is checked to be enough for something.
  ///   - price: Which prices of radars count.
  ///   - search: Its time limit is for everything together.
  /// - Throws: ``SitingError``; with code ``SitingFault/manyMeasures`` when there are more than
  ///   ``SitingPackage/measureLimit``.
  /// - Complexity: 2 to the number of measures at worst.
  public func package(
    budget: Money, price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> SitingPackage {
    let measures = weighedMeasures
    try SitingError.check(survey.scenario, budget: budget, price: price, measures: measures)
    guard !measures.isEmpty else {
      let list = try cheapList(budget, price, search, progress: progress, isCancelled: isCancelled)
      return SitingPackage(measures: [], problem: self, list: list, budget: budget)
    }
    let start = ContinuousClock.now
    let isTooLate = search.isLate
    let search = search.begun
    var (choices, unlisted) = try choices(of: measures, within: budget) { search.isLate || isCancelled() }
    var bound = unlisted ?? -.infinity
    var best = -Double.infinity
    var status = unlisted == nil ? PlacementAnswer.Status.optimal : .timeLimit
    for index in choices.indices {
      let choice = choices[index]
      // Sums of the same weights in another order differ by rounding.
      guard choice.potential > best * (1 + 1e-12) || index == 0 else { continue }
      let rest = budget.amount - choice.cost
      let model = try choice.problem.model(at: price)
      let question = PlacementQuestion(objective.goal, limits: [.budget(rest)])
      guard index == 0 ? !isTooLate : !isCancelled() && !search.isLate else {
        bound = max(bound, choice.potential)
        if index == 0, let cheapest = choices.indices.min(by: { choices[$0].cost < choices[$1].cost }) {
          // Nothing is searched: nothing is bought.
          choices[cheapest].answer = try choices[cheapest].problem.model(at: price).untried(question)
          (best, status) = (choices[cheapest].value ?? best, .untried)
        } else if status != .untried {
          status = isCancelled() ? .interrupted : .timeLimit
        }
        continue
      }
      let answer: PlacementAnswer
      do throws(PlacementError) {
        answer = try model.solve(
          question, search: search.withPart(2 / Double(choices.count - index)), progress: progress,
          isCancelled: isCancelled)
      } catch { throw SitingError(error) }
      choices[index].answer = answer
      best = max(best, answer.value ?? best)
      bound = max(bound, answer.bound ?? choice.potential)
      if answer.status != .optimal { status = answer.status }
    }
    return try cheapest(
      choices.filter { ($0.value ?? $0.potential) >= best * (1 - 1e-12) }, best, budget, price, search, isCancelled
    ) { list in
      list.answer.bound = max(bound, list.answer.value ?? bound)
      list.answer.status = list.answer.bound == list.answer.value ? .optimal : status
      list.answer.seconds = (ContinuousClock.now - start) / .seconds(1)
    }
  }

  /// The measures that matter to the objective.
  var weighedMeasures: [Scenario.Measure] { objective.countsAssets ? survey.scenario.measures : [] }

  /// The same for any budget: one that pays nothing buys nothing.
  func affordable(
    _ budget: Money, _ price: PricePart, _ search: PlacementSearch, progress: ((PlacementProgress) -> Void)? = nil,
    isCancelled: @escaping () -> Bool
  ) throws(SitingError) -> SitingPackage {
    do throws(SitingError) {
      return try package(budget: budget, price: price, search: search, progress: progress, isCancelled: isCancelled)
    } catch {
      guard error.code == .smallBudget else { throw error }
      let list = try cheapList(budget, price, search, isCancelled: isCancelled)
      return SitingPackage(measures: [], problem: self, list: list, budget: budget)
    }
  }

  /// A set of measures.
  private struct Choice {
    var measures: [Scenario.Measure]
    var cost: Double
    var problem: SitingProblem
    /// The value when every radar on offer is bought.
    var potential: Double
    /// The best radars with them, once searched.
    var answer: PlacementAnswer?
    var value: Double? { answer?.value }
  }

  /// The sets that the budget allows, the best potential first; of those that make the same problem the cheapest.
  ///
  /// - Returns: The sets; and when it is late before all are listed, what all radars come to with all measures, which no
  ///   set can pass: a measure never makes an asset later.
  private func choices(
    of measures: [Scenario.Measure], within budget: Money, isLate: () -> Bool
  ) throws(SitingError) -> (choices: [Choice], unlisted: Double?) {
    var choices: [Choice] = []
    var known: [[SitingDemand]: Int] = [:]
    var unlisted: Double?
    let offered = survey.options.indices.filter { survey.options[$0].isOnOffer }.map { $0 + 1 }
    for bits in 0..<(1 << measures.count) {
      if bits > 0, isLate() {
        let all = try SitingProblem(survey.taking(measures), objective: objective)
        unlisted = all.model.score(of: offered).value(for: objective.goal)
        break
      }
      let set = measures.indices.filter { bits & (1 << $0) != 0 }.map { measures[$0] }
      let cost = set.reduce(0) { $0 + $1.cost.amount }
      guard cost <= budget.amount else { continue }
      let survey = survey.taking(set)
      let demands = try objective.demands(in: survey)
      if let place = known[demands], choices[place].cost <= cost { continue }
      let problem = try SitingProblem(survey, objective: objective, demands: demands)
      let choice = Choice(
        measures: set, cost: cost, problem: problem,
        potential: problem.model.score(of: offered).value(for: objective.goal))
      if let place = known[demands] {
        choices[place] = choice
      } else {
        known[demands] = choices.count
        choices.append(choice)
      }
    }
    let sorted = choices.enumerated().sorted {
      ($1.element.potential, $0.element.cost, $0.offset) < ($0.element.potential, $1.element.cost, $1.offset)
    }
    return (sorted.map(\.element), unlisted)
  }

  /// Of sets that may have a value that whose radars and measures together cost least.
  private func cheapest(
    _ choices: [Choice], _ value: Double, _ budget: Money, _ price: PricePart, _ search: PlacementSearch,
    _ isCancelled: @escaping () -> Bool, finish: (inout SitingList) -> Void
  ) throws(SitingError) -> SitingPackage {
    var best: SitingPackage?
    for choice in choices.sorted(by: { $0.cost < $1.cost }) {
      let isReached = best.map { ($0.list.answer.value ?? -.infinity) >= value * (1 - 1e-12) } ?? false
      let isLate = isCancelled() || search.isLate
      if isReached, isLate || choice.cost >= best!.cost.amount { break }
      // A set that was not solved may have a value below; when the time is up it is left out.
      if isLate, choice.answer == nil { continue }
      let rest = Money(budget.amount - choice.cost, budget.currency)
      let list = try choice.problem.cheapList(
        rest, price, search, known: choice.answer, isCancelled: isCancelled)
      let package = SitingPackage(measures: choice.measures, problem: choice.problem, list: list, budget: budget)
      let (ours, other) = (list.answer.value ?? -.infinity, best?.list.answer.value ?? -.infinity)
      if best == nil || ours > other * (1 + 1e-12)
        || ours >= other * (1 - 1e-12) && package.cost.amount < best!.cost.amount
      {
        best = package
      }
    }
    guard var best else { throw SitingError(.noDemand, "no list was found") }
    finish(&best.list)
    return best
  }
}
