public import Coverage
public import Placement
internal import Radar
public import Scenario
public import Units

/// What a plan proposes to buy: the list, and what other budgets would reach.
public struct PlanPlacement: Sendable {
  /// The purchase on top of which it is proposed, which counts as made; nil: on top of today's radars.
  public var base: Scenario.Purchase?
  /// What was asked; its radars of today are those that stand with ``base`` made.
  public var asked: SitingProblem
  /// What to buy.
  public var package: SitingPackage
  /// What is left when one radar is not there.
  public var losses: [RadarLoss]
  /// Radars and measures for a tenth of the budget, two tenths and so on up to one and a half of it.
  public var sweep: [BudgetStep]

  /// How much of the time for searches the list may take when others follow.
  public static let listPart = 0.5

  /// Looks from every site and searches.
  /// - Parameters:
  ///   - base: A purchase that counts as made: the list is bought on top of it, on sites that it leaves free, and its price is
  ///     not part of the budget.
  ///   - search: Its time limit is for everything that is searched: half of it at most for the list, what is left for all
  ///     other budgets. What is seen from each site is looked at before.
  ///   - looked: Called with the sites from which coverage has been computed.
  ///   - progress: Called as the search goes on.
  /// - Throws: ``SitingError``.
  public static func find(
    in scenario: Scenario, _ objective: any PlacementObjective, onTopOf base: Scenario.Purchase? = nil, budget: Money,
    price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    terrain: TerrainCoverage.Options = TerrainCoverage.Options(),
    looked: (@Sendable (PlanProgress) -> Void)? = nil, progress: ((PlacementProgress) -> Void)? = nil
  ) async throws(SitingError) -> PlanPlacement {
    let today = Set(scenario.existingStations.map(\.id))
    let scenario = base.map(scenario.taking) ?? scenario
    try SitingError.check(
      scenario, budget: budget, price: price, measures: objective.countsAssets ? scenario.measures : [])
    let survey = try await SitingSurvey.make(of: scenario, area: objective.area, terrain: terrain, progress: looked)
    let problem = try SitingProblem(survey, objective: objective)
    let search = search.begun
    let package = try problem.package(
      budget: budget, price: price, search: search.withPart(listPart), progress: progress)
    let budgets = (1...15).map { Money(budget.amount * Double($0) / 10, budget.currency) }
    var losses = try package.problem.losses(of: package.list)
    for index in losses.indices where !today.contains(losses[index].station.id) { losses[index].isExisting = false }
    return PlanPlacement(
      base: base, asked: problem, package: package, losses: losses,
      sweep: try problem.sweep(
        budgets: budgets, price: price, search: search,
        known: package, progress: progress))
  }

  /// What the list is called where it is a purchase.
  public var name: String {
    let list = "The list for \(package.budget.text)"
    return base.map { "\($0.name), then the list for \(package.budget.text)" } ?? list
  }

  /// The list as a purchase of a scenario with the measures to take, and with an id of its own there; with what ``base``
  /// buys before it.
  public func purchase(in scenario: Scenario) -> Scenario.Purchase {
    var purchase = package.list.purchase
    purchase.budget = package.budget
    purchase.measures = package.measures
    purchase.name = name
    if let base {
      purchase.items = base.items + purchase.items
      purchase.measures = base.measures + purchase.measures
      purchase.budget = base.price.map { Money($0.base.amount + package.budget.amount, package.budget.currency) }
    }
    var number = 2
    while scenario.purchases.contains(where: { $0.id == purchase.id }) {
      purchase.id = "list-\(number)"
      number += 1
    }
    return purchase
  }
}
