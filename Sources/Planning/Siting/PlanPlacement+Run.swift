public import Coverage
internal import Placement
public import Scenario
public import Units

extension PlanPlacement {
  /// Computes what could be seen from every site, and searches for what to buy.
  /// - Parameters:
  ///   - base: A purchase that counts as made: the list is bought on top of it, on sites that it leaves free, and its price is
  ///     not part of the budget.
  ///   - workers: How many radars are looked at at a time; nil for as many as the machine has processors.
  ///   - terrain: How floors over terrain are computed and kept.
  ///   - progress: Called as the work goes on.
  /// - Throws: ``SitingError``.
  public static func run(
    _ scenario: Scenario, _ question: SitingQuestion, onTopOf base: Scenario.Purchase? = nil, workers: Int? = nil,
    terrain: TerrainCoverage.Options = TerrainCoverage.Options(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(SitingError) -> PlanPlacement {
    let start = ContinuousClock.now
    let survey = try await SitingSurvey.make(
      of: scenario, onTopOf: base, for: question, workers: workers, terrain: terrain, progress: progress)
    let look = ContinuousClock.now - start
    var placement = try found(question, in: survey, progress: progress)
    placement.times.look = look
    return placement
  }

  /// Searches for what to buy in what has been computed of the sites.
  ///
  /// The list takes half of the time at most; what else is asked shares what is left, each table by the searches that it
  /// takes.
  /// - Parameter isCancelled: Asked often: when it is true, the search ends with the best so far.
  public static func found(
    _ question: SitingQuestion, in survey: SitingSurvey, progress: (@Sendable (PlanProgress) -> Void)? = nil,
    isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> PlanPlacement {
    let start = ContinuousClock.now
    let problem = try SitingProblem(survey, objective: question.objective)
    let search = PlacementSearch(timeLimit: question.time).begun
    let (budget, price, budgets) = (question.budget, question.price, question.budgets)
    func shown(_ subject: String) -> (PlacementProgress) -> Void {
      { progress?(PlanProgress(PlanProgress.Search(subject, $0))) }
    }
    var left = [
      question.comparesPrices ? PricePart.allCases.count - 1 : 0, budgets.count, 3 * question.years.count,
      survey.plans.count,
    ]
    func share() -> PlacementSearch {
      let part = Double(left.first ?? 1) / Double(max(left.reduce(0, +), 1))
      left = Array(left.dropFirst())
      return search.withPart(part, isOver: isCancelled())
    }
    let package = try problem.package(
      budget: budget, price: price, search: search.withPart(listPart), progress: shown("the list"),
      isCancelled: isCancelled)
    let byPriceSearch = share()
    let byPrice =
      question.comparesPrices
      ? try problem.packages(
        budget: budget, search: byPriceSearch, known: package, progress: shown("other prices"),
        isCancelled: isCancelled) : []
    let sweepSearch = share()
    let sweep =
      budgets.isEmpty
      ? []
      : try problem.sweep(
        budgets: budgets, price: price, search: sweepSearch, known: package, progress: shown("other budgets"),
        isCancelled: isCancelled)
    let stages = try problem.stages(budgets: question.years, price: price, search: share(), isCancelled: isCancelled)
    let verdicts = try problem.verdicts(
      price: price, search: share(), known: package, progress: shown("plans of others"), isCancelled: isCancelled)
    return PlanPlacement(
      base: survey.base, asked: problem, package: package, losses: try package.problem.losses(of: package.list),
      byPrice: byPrice, sweep: sweep, stages: stages, verdicts: verdicts, searchTime: ContinuousClock.now - start)
  }

  /// How much of the time for searches the list may take.
  static let listPart = 0.5
}

extension PlanProgress.Search {
  init(_ subject: String, _ progress: PlacementProgress) {
    self.init(
      subject: subject, phase: progress.phase.rawValue, best: progress.value, bound: progress.bound,
      seconds: progress.seconds)
  }
}
