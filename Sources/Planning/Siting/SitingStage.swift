public import Placement
public import Scenario
public import Units

/// The purchases of one of several years.
public struct SitingStage: Sendable {
  /// Budget of this year.
  public var budget: Money
  /// The radars that this year buys, in the order of the options.
  public var bought: [SiteOption]
  /// The measures that this year takes, in the order of the scenario.
  public var measures: [Scenario.Measure] = []
  /// Total cost by the end of this year.
  public var cost: Money
  /// Value at the end of this year.
  public var value: Double
  /// No list within the budget so far has a better value, regardless of other years.
  public var bound: Double?
  /// How the search for the bound ended.
  public var status: PlacementAnswer.Status
  /// Flights at the end of this year.
  public var outcome: SitingSurvey.Outcome
}
