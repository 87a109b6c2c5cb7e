internal import Units

/// The best list for one of several budgets.
public struct BudgetStep: Sendable {
  /// Radars and measures.
  public var package: SitingPackage
  /// The radars.
  public var list: SitingList { package.list }
  /// Flights with them.
  public var outcome: SitingSurvey.Outcome
  /// Whether beyond it a further million gains at most half of what it gained up to it (``BudgetSweep/knees``).
  public var isKnee: Bool
}
