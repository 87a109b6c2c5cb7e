/// What is bought in one of several years.
public struct PurchaseStage: Sendable, Hashable {
  /// The money of this year and those before.
  public var budget: Double
  /// What is bought in this year.
  public var bought: [Int]
  /// What has been bought by its end.
  public var chosen: [Int]
  /// What that costs.
  public var cost: Double
  /// The value by its end.
  public var value: Double
  /// No list within the money so far has a better value, whatever is bought in other years.
  public var bound: Double?
  /// How the search for the bound ended.
  public var status: PlacementAnswer.Status
}
