internal import Placement
public import Scenario
public import Units

/// The rating of another plan, by the same rules as a list.
public struct PlanVerdict: Sendable {
  /// The plan.
  public var plan: Scenario.Purchase
  /// Its cost at the prices in use; nil when one of its radars has none.
  public var cost: Money?
  /// Its value.
  public var value: Double
  /// Flights with it.
  public var outcome: SitingSurvey.Outcome
  /// The best radars and measures for the same money; nil when that is unknown or buys nothing.
  public var best: SitingPackage?

  /// How far the plan may be from the best for its money: (bound − value) / |value|; nil without a bound.
  public var gap: Double? {
    best?.list.answer.bound.flatMap { value == 0 ? nil : max(0, $0 - value) / abs(value) }
  }
}
