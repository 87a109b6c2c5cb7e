internal import Placement
public import Scenario
public import Units

/// A plan of others, judged as a list is.
public struct PlanVerdict: Sendable {
  /// The plan.
  public var plan: Scenario.Purchase
  /// What it costs at the prices that count; nil when a radar of it has none.
  public var cost: Money?
  /// Its value.
  public var value: Double
  /// Flights with it.
  public var outcome: SitingSurvey.Outcome
  /// The best radars and measures for the same money; nil when that is unknown or buys nothing.
  public var best: SitingPackage?

  /// How far the plan may be from the best for its money: (bound − value) / |value|; nil without a bound.
  public var gap: Double? {
    best?.list.found.bound.flatMap { value == 0 ? nil : max(0, $0 - value) / abs(value) }
  }
}
