public import Placement
public import Scenario
public import Units

/// A list of radars to buy, and how good it is proven to be.
public struct SitingList: Sendable {
  /// One purchase, in the order in which to buy.
  public struct Item: Sendable, Hashable {
    /// Position in the survey's options.
    public var index: Int
    /// The radars bought.
    public var option: SiteOption
    /// Its price, what it gains, and the sums up to it.
    public var step: PurchaseStep
  }

  /// The budget.
  public var budget: Money
  /// The prices in use.
  public var price: PricePart
  /// The answer of the optimiser.
  public var answer: PlacementAnswer
  /// What to buy, in the order in which to buy it: what gains most per cost first.
  public var items: [Item]
  /// The cost of the whole list.
  public var cost: Money { Money(answer.cost, budget.currency) }

  init(
    _ problem: SitingProblem, _ model: PlacementModel, _ budget: Money, _ price: PricePart, _ answer: PlacementAnswer
  ) {
    self.budget = budget
    self.price = price
    self.answer = answer
    items = model.purchaseOrder(of: answer.chosen, for: problem.objective.goal).map { step in
      Item(index: step.option - 1, option: problem.survey.options[step.option - 1], step: step)
    }
  }

  /// The list as a purchase of a scenario.
  public var purchase: Scenario.Purchase {
    Scenario.Purchase(
      id: "list", name: "The list for \(budget.text)", budget: budget,
      items: items.map { Scenario.Purchase.Item(site: $0.option.site, type: $0.option.type) })
  }
}
