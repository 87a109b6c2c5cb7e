internal import Coverage
internal import Radar
public import Scenario
internal import Units

/// What is proposed to buy, the answer to a ``SitingQuestion``: the list, and what else was asked about it.
public struct PlanPlacement: Sendable {
  /// The purchase on top of which it is proposed, which counts as made; nil: on top of existing radars.
  public let base: Scenario.Purchase?
  /// What was asked; its existing radars are those that stand with ``base`` made.
  public let asked: SitingProblem
  /// What to buy.
  public let package: SitingPackage
  /// What is left when one radar is not there.
  public let losses: [RadarLoss]
  /// The same budget at low, base and high prices; empty when that was not asked.
  public let byPrice: [SitingPackage]
  /// Radars and measures for other budgets; empty when that was not asked.
  public let sweep: [BudgetStep]
  /// What to buy in which year; empty when that was not asked.
  public let stages: [SitingStage]
  /// The plans of others, judged; empty when none were named.
  public let verdicts: [PlanVerdict]
  /// How long it took to compute what each radar sees, and to search; not the same in two runs.
  public internal(set) var times: (look: Duration, search: Duration)

  init(
    base: Scenario.Purchase?, asked: SitingProblem, package: SitingPackage, losses: [RadarLoss],
    byPrice: [SitingPackage], sweep: [BudgetStep], stages: [SitingStage], verdicts: [PlanVerdict],
    searchTime: Duration
  ) {
    self.base = base
    self.asked = asked
    self.package = package
    self.losses = losses
    self.byPrice = byPrice
    self.sweep = sweep
    self.stages = stages
    self.verdicts = verdicts
    times = (.zero, searchTime)
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

extension Scenario {
  /// The scenario with what is proposed among its purchases; the same when no radar is proposed.
  public func adding(_ proposal: PlanPlacement) -> Scenario {
    guard !proposal.package.list.items.isEmpty else { return self }
    var scenario = self
    scenario.purchases.append(proposal.purchase(in: self))
    return scenario
  }
}
