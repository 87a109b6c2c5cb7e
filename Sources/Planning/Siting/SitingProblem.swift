public import Placement
internal import Radar
public import Scenario
public import Units

/// Which radars to buy for which sites: a survey, what is to be achieved, and what the options cover of it.
public struct SitingProblem: Sendable {
  /// What the radars see.
  public let survey: SitingSurvey
  /// What is to be achieved.
  public let objective: any PlacementObjective
  /// The model at base prices: option 0 stands for today's radars, option i + 1 is option i of the survey.
  public let model: PlacementModel
  /// The currency of the prices.
  public let currency: String
  /// What today's radars come to.
  public let todayValue: Double

  /// A problem.
  /// - Throws: ``SitingError`` when the scenario has nothing to buy, nowhere to put it, or nothing to cover.
  public init(_ survey: SitingSurvey, objective: any PlacementObjective) throws(SitingError) {
    try self.init(survey, objective: objective, demands: try objective.demands(in: survey))
  }

  init(
    _ survey: SitingSurvey, objective: any PlacementObjective, demands: [SitingDemand]
  ) throws(SitingError) {
    guard let currency = survey.options.first?.price?.base.currency else {
      throw SitingError(.noCandidates, "the scenario has no site without a radar, or no radar type with a price")
    }
    self.survey = survey
    self.objective = objective
    self.currency = currency
    model = try survey.model(of: demands, price: .base)
    todayValue = model.score(of: []).value(for: objective.goal)
  }

  /// The model at other prices; nothing is looked at again.
  public func model(at price: PricePart) throws(SitingError) -> PlacementModel {
    var options = model.options
    for (index, option) in survey.options.enumerated() {
      options[index + 1].cost = option.price.map { price.price(of: $0).amount } ?? 0
    }
    do { return try model.with(options: options) } catch { throw SitingError(error) }
  }

  /// The best list for a budget; of lists of the same value a cheap one.
  ///
  /// Once a value is proven the best, lower budgets are tried until the cost of the list and a budget at which the value
  /// is out of reach are within a thousandth of the budget, or the time is up. What adds nothing is not bought.
  /// After its deadline nothing is searched, and the answer says so (``PlacementModel/untried(_:)``).
  ///
  /// - Parameters:
  ///   - budget: In the currency of the prices; it is checked to be enough for something.
  ///   - price: Which prices count.
  ///   - search: Its time limit is for the list and for cheaper ones together.
  public func list(
    budget: Money, price: PricePart = .base, search: PlacementSearch = PlacementSearch(),
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) throws(SitingError) -> SitingList {
    try SitingError.check(survey.scenario, budget: budget, price: price)
    return try cheapList(budget, price, search, progress: progress, isCancelled: isCancelled)
  }

  /// The same for any budget.
  /// - Parameter known: The answer for this budget, where it has been searched already.
  func cheapList(
    _ budget: Money, _ price: PricePart, _ search: PlacementSearch, known: PlacementAnswer? = nil,
    progress: ((PlacementProgress) -> Void)? = nil, isCancelled: @escaping () -> Bool
  ) throws(SitingError) -> SitingList {
    let model = try model(at: price)
    let isLate = search.isLate
    let search = search.begun
    func solve(_ amount: Double) throws(SitingError) -> PlacementAnswer {
      do throws(PlacementError) {
        return try model.solve(
          PlacementQuestion(objective.goal, limits: [.budget(amount)]), search: search, progress: progress,
          isCancelled: isCancelled)
      } catch { throw SitingError(error) }
    }
    var answer: PlacementAnswer
    if let known {
      answer = known
    } else if isLate {
      answer = model.untried(PlacementQuestion(objective.goal, limits: [.budget(budget.amount)]))
    } else {
      answer = try solve(budget.amount)
    }
    guard let value = answer.value else { return SitingList(self, model, budget, price, answer) }
    trim(&answer, model)
    guard answer.status == .optimal else { return SitingList(self, model, budget, price, answer) }

    var low = 0.0
    while answer.cost - low > budget.amount / 1000, !isCancelled(), !search.isLate {
      let middle = (low + answer.cost) / 2
      var other = try solve(middle)
      // Sums of the same weights in another order differ by rounding.
      if let reached = other.value, reached >= value * (1 - 1e-12) {
        trim(&other, model)
        (answer.chosen, answer.cost) = (other.chosen, other.cost)
      } else {
        low = middle
      }
    }
    return SitingList(self, model, budget, price, answer)
  }

  /// Leaves out what adds nothing, the dearest first.
  private func trim(_ answer: inout PlacementAnswer, _ model: PlacementModel) {
    let value = model.score(of: answer.chosen).value(for: objective.goal)
    for option in answer.chosen.sorted(by: { (model.options[$1].cost, $0) < (model.options[$0].cost, $1) }) {
      let rest = answer.chosen.filter { $0 != option }
      let score = model.score(of: rest)
      if score.value(for: objective.goal) >= value { (answer.chosen, answer.cost) = (rest, score.cost) }
    }
  }
}

/// A list of radars to buy, and how good it is proven to be.
public struct SitingList: Sendable {
  /// One purchase, in the order in which to buy.
  public struct Item: Sendable, Hashable {
    /// Position in the survey's options.
    public var index: Int
    /// What is bought.
    public var option: SiteOption
    /// Its price, what it gains, and the sums up to it.
    public var step: PurchaseStep
  }

  /// What was to be spent at most.
  public var budget: Money
  /// Which prices counted.
  public var price: PricePart
  /// What was found.
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
