internal import Placement

/// What one purchase of a list costs and gains, and the sums up to it.
public struct ListStep: Sendable, Hashable {
  /// What it costs.
  public let cost: Double
  /// What it adds to the value of existing radars and those bought before, in the unit of the objective.
  public let gain: Double
  /// The gain for each unit of cost; nil for what costs nothing.
  public let gainPerCost: Double?
  /// What it costs with those before.
  public let costSoFar: Double
  /// The value with existing radars and those before.
  public let coveredSoFar: Double

  init(_ step: PurchaseStep) {
    cost = step.cost
    gain = step.gain
    gainPerCost = step.gainPerCost
    costSoFar = step.costSoFar
    coveredSoFar = step.coveredSoFar
  }
}
