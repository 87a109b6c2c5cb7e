/// The best list under one set of prices, and what becomes of the list that is best at base prices.
public struct PriceCase: Sendable, Hashable {
  /// The prices of all options.
  public var costs: [Double]
  /// The best list at these prices.
  public var answer: PlacementAnswer
  /// What the list of the base prices costs at these.
  public var costOfBaseList: Double
  /// What that list breaks at these prices; empty when it is still allowed.
  public var faultsOfBaseList: [String]
}
