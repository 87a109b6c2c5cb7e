/// Losses of the reduced problem as values of the question.
struct ValueScale: Sendable {
  private let offset: Double
  private let sign: Double

  init(_ reduction: Reduction, _ goal: PlacementGoal) {
    switch goal {
    case .maximumCover:
      offset = reduction.coveredWeight + reduction.problem.penalties.reduce(0, +)
      sign = -1
    case .cheapestCover:
      offset = reduction.forcedCost
      sign = 1
    case .fairestCover:
      offset = 1
      sign = -1
    }
  }

  func value(_ loss: Double) -> Double { offset + sign * loss }

  /// The gap between a loss and a bound of losses, in parts of the value.
  func gap(loss: Double, bound: Double) -> Double {
    loss == bound ? 0 : abs(loss - bound) / max(abs(value(loss)), .leastNormalMagnitude)
  }
}
