/// One purchase of a list in order.
public struct PurchaseStep: Sendable, Hashable {
  /// The index of the option.
  public var option: Int
  /// What it costs.
  public var cost: Double
  /// What it adds to the value of fixed options and those bought before: covered weight, or for the fairest cover the share
  /// of the worst group.
  public var gain: Double
  /// What it costs with those before.
  public var costSoFar: Double
  /// The value with fixed options and those before: covered weight, or the share of the worst group.
  public var coveredSoFar: Double

  /// The gain for each unit of cost; nil for what costs nothing.
  public var gainPerCost: Double? { cost > 0 ? gain / cost : nil }
}
