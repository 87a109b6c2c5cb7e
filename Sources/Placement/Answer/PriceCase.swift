/// The best list at one set of prices, and how the list that is best at base prices fares there.
public struct PriceCase: Sendable, Hashable {
  /// The prices of all options.
  public var costs: [Double]
  /// The best list at these prices.
  public var answer: PlacementAnswer
  /// Cost at these prices of the list that is best at base prices.
  public var costOfBaseList: Double
  /// Limits that this list violates at these prices; empty when it is still allowed.
  public var faultsOfBaseList: [String]
}
