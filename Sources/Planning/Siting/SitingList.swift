internal import Placement
public import Scenario
public import Units

/// A list of radars to buy, and how good it is proven to be.
public struct SitingList: Sendable {
  /// One purchase, in the order in which to buy.
  public struct Item: Sendable, Hashable {
    /// Position in the survey's options.
    public var index: Int
    /// What is bought.
    public var option: SiteOption
    /// Its price, what it gains, and the sums up to it.
    public var step: ListStep
  }

  /// What was to be spent at most.
  public var budget: Money
  /// Which prices counted.
  public var price: PricePart
  /// What was found, as the optimizer has it.
  var found: PlacementAnswer
  /// How the search ended, and how good the list is proven to be.
  public var answer: SearchAnswer { SearchAnswer(found) }
  /// What to buy, in the order in which to buy it: what gains most per cost first.
  public var items: [Item]
  /// The cost of the whole list.
  public var cost: Money { Money(found.cost, budget.currency) }

  init(
    _ problem: SitingProblem, _ model: PlacementModel, _ budget: Money, _ price: PricePart, _ answer: PlacementAnswer
  ) {
    self.budget = budget
    self.price = price
    found = answer
    items = model.purchaseOrder(of: answer.chosen, for: problem.objective.goal).map { step in
      Item(index: step.option - 1, option: problem.survey.options[step.option - 1], step: ListStep(step))
    }
  }

  /// The list as a purchase of a scenario.
  public var purchase: Scenario.Purchase {
    Scenario.Purchase(
      id: "list", name: "The list for \(budget.text)", budget: budget,
      items: items.map { Scenario.Purchase.Item(site: $0.option.site, type: $0.option.type) })
  }
}
