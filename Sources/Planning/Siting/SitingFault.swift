public import Units

/// Kinds of failure of the search for a purchase.
public enum SitingFault: String, FaultCode {
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
  /// Stations that see only together are to be weighed one by one.
  case seesTogether
  /// More measures than can be weighed against radars.
  case manyMeasures
  /// The optimiser refused the model.
  case badModel
  /// Coverage over the terrain cannot be computed.
  case terrain

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
