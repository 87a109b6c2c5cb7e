/// One purchase of a list in order.
public struct PurchaseStep: Sendable, Hashable {
  /// The index of the option.
  public var option: Int
  /// Its cost.
  public var cost: Double
  /// Increase of the value over that of fixed and earlier options: covered weight, or for the fairest cover the share of the
  /// worst group.
  public var gain: Double
  /// Cost including all earlier purchases.
  public var costSoFar: Double
  /// Value with fixed options and all earlier purchases: covered weight, or the share of the worst group.
  public var coveredSoFar: Double

  /// Gain per unit of cost; nil for an option without cost.
  public var gainPerCost: Double? { cost > 0 ? gain / cost : nil }
}
