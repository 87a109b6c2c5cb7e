/// The purchases of one of several years.
public struct PurchaseStage: Sendable, Hashable {
  /// Budget of this and all earlier years.
  public var budget: Double
  /// Options bought in this year.
  public var bought: [Int]
  /// Options bought by the end of this year.
  public var chosen: [Int]
  /// Cost of all options bought by then.
  public var cost: Double
  /// Value at the end of this year.
  public var value: Double
  /// No list within the budget so far has a better value, regardless of other years.
  public var bound: Double?
  /// How the search for the bound ended.
  public var status: PlacementAnswer.Status
}
