internal import Placement
public import Scenario
public import Units

/// What is bought in one of several years, for good.
public struct SitingStage: Sendable {
  /// The money of this year.
  public var budget: Money
  /// The radars that this year buys, in the order of the options.
  public var bought: [SiteOption]
  /// The measures that this year takes, in the order of the scenario.
  public var measures: [Scenario.Measure] = []
  /// What has been spent by its end.
  public var cost: Money
  /// The value by its end.
  public var value: Double
  /// No list within the money so far has a better value, whatever is bought in other years.
  public var bound: Double?
  /// How the search for the bound ended.
  public var status: SearchAnswer.Status
  /// Flights by its end.
  public var outcome: SitingSurvey.Outcome
}
