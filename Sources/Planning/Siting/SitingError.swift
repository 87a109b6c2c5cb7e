internal import Placement
internal import Radar
public import Scenario
public import Units

/// Why a purchase cannot be searched for.
public struct SitingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// No site without a radar.
    case noCandidates
    /// No radar type with a price.
    case noPrices
    /// A budget that is not a sum above zero.
    case badBudget
    /// A budget in another currency than the prices.
    case otherCurrency
    /// A budget below every price.
    case smallBudget
    /// The objective counts flights, and none is expected; or strips, and none is flown to.
    case noDemand
    /// More measures than can be weighed against radars.
    case manyMeasures
    /// The optimiser refused the model.
    case badModel
    /// The terrain cannot be looked over.
    case terrain
  }

  /// What kind of failure.
  public var code: Code
  /// What is wrong, and what to do.
  public var description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }

  init(_ error: PlacementError) { self.init(.badModel, error.description) }
}

extension SitingError {
  /// Refuses what cannot be answered.
  /// - Parameter measures: What else the budget may buy.
  public static func check(
    _ scenario: Scenario, budget: Money, price: PricePart, measures: [Scenario.Measure] = []
  ) throws(SitingError) {
    guard scenario.sites.contains(where: { $0.radar == nil }) else {
      throw SitingError(
        .noCandidates,
        "no site is free for a radar: add candidate sites to the layer sites, rows that name no radar (id, latitude, "
          + "longitude, elevation)")
    }
    let prices = scenario.radarTypes.compactMap(\.price).map { price.price(of: $0) }
    guard let currency = prices.first?.currency, let cheapest = prices.map(\.amount).min() else {
      throw SitingError(
        .noPrices, "no radar type has a price: add prices to the layer radar_types (price, or price_low and price_high)"
      )
    }
    guard budget.amount > 0, budget.amount.isFinite else {
      throw SitingError(.badBudget, "the budget is \(budget.text): name a sum above zero")
    }
    guard budget.currency == currency else {
      throw SitingError(
        .otherCurrency,
        "the budget is in \(budget.currency), the prices are in \(currency): name the budget in \(currency)")
    }
    guard measures.count <= SitingPackage.measureLimit else {
      throw SitingError(
        .manyMeasures,
        "the scenario has \(measures.count) measures: at most \(SitingPackage.measureLimit) can be weighed against radars; "
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
