/// A budget beyond which money buys much less.
public struct BudgetKnee: Sendable, Hashable {
  /// The index of its point in the sweep.
  public var point: Int
  /// Value per unit of cost, along the hull of the points, up to this budget and beyond it.
  public var gainBefore: Double
  /// Value per unit of cost beyond this budget.
  public var gainAfter: Double
}
