internal import Placement
internal import Radar
public import Scenario
public import Units

/// Why a purchase cannot be searched for.
public typealias SitingError = Fault<SitingFault>

extension Fault<SitingFault> {
  /// The optimiser refused the model.
  init(_ error: PlacementError) { self.init(.badModel, because: error) }
}

extension Fault<SitingFault> {
  /// Refuses a question that cannot be answered.
  /// - Parameter measures: What else the budget may buy.
  public static func check(
    _ scenario: Scenario, budget: Money, price: PricePart, measures: [Scenario.Measure] = []
  ) throws(SitingError) {
    guard scenario.sites.contains(where: { $0.radar == nil }) else {
      throw SitingError(
        .noCandidates,
        "no site is free for a radar",
        remedy: "add candidate sites to the layer sites, rows that name no radar (id, latitude, "
          + "longitude, elevation)")
    }
    let single = scenario.radarTypes.filter { $0.kind.rule.arrangement != .stations }
    if !scenario.radarTypes.isEmpty, single.allSatisfy({ $0.price == nil }),
      let type = scenario.radarTypes.first(where: { $0.price != nil })
    {
      throw SitingError(
        .seesTogether, "“\(type.id)” is of a kind whose stations see only together, which cannot be weighed one by one",
        remedy: "list its stations in purchases and compare them with atalaya plan --purchase, or price another type")
    }
    let prices = single.compactMap(\.price).map { price.price(of: $0) }
    guard let currency = prices.first?.currency, let cheapest = prices.map(\.amount).min() else {
      throw SitingError(
        .noPrices, "no radar type has a price",
        remedy: "add prices to the layer radar_types (price, or price_low and price_high)"
      )
    }
    guard budget.amount > 0, budget.amount.isFinite else {
      throw SitingError(
        .badBudget, "the budget is \(budget.text)",
        remedy: "name a sum above zero")
    }
    guard budget.currency == currency else {
      throw SitingError(
        .otherCurrency,
        "the budget is in \(budget.currency), the prices are in \(currency)",
        remedy: "name the budget in \(currency)")
    }
    guard measures.count <= SitingPackage.measureLimit else {
      throw SitingError(
        .manyMeasures,
        "the scenario has \(measures.count) measures",
        remedy: "at most \(SitingPackage.measureLimit) can be weighed against radars; "
          + "leave out those that are settled")
    }
    guard budget.amount >= cheapest || measures.contains(where: { $0.cost.amount <= budget.amount }) else {
      throw SitingError(
        .smallBudget,
        "the budget of \(budget.text) is below the cheapest radar, \(Money(cheapest, currency).text): nothing can be bought"
      )
    }
  }
}

extension SitingError {
  /// The scenario expects no flight.
  static func noFlights(_ objective: String) -> SitingError {
    SitingError(
      .noDemand,
      "the objective \(objective) counts flights, and the scenario has none: add the layers flights, routes and strips, or "
        + "choose the objective area")
  }
}
