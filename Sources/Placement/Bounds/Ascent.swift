/// Raises the bound of a node by subgradient steps.
///
/// The step is Held, Wolfe and Crowder's: λ·(target − L)/‖d‖², halved when the bound does not rise; the direction keeps
/// a part of the one before (Camerini, Fratta and Maffioli, 1975).
struct Ascent {
  /// The first factor λ.
  var start = 1.0
  /// End when λ is below this.
  var end = 0.002
  /// Halve λ after so many steps without a rise.
  var patience = 12
  /// At most so many steps.
  var limit = 600
  /// How much of the last direction is kept.
  var memory = 0.6
  /// Whether the subproblem is solved exactly where that is worth it.
  var isExact = false

  /// Runs from the multipliers of a relaxation, and leaves it at the best ones that were found.
  ///
  /// - Parameter onStep: Called after each step with its number.
  /// - Returns: The best bound.
  func run(
    _ relaxation: inout Relaxation, _ context: SearchContext, onStep: (inout Relaxation, Int) -> Void = { _, _ in }
  ) -> Double {
    let problem = relaxation.problem
    var gradient = [Double](repeating: 0, count: relaxation.multipliers.count)
    var direction = gradient
    var limitDirection = [Double](repeating: 0, count: problem.limits.count)
    var best = -Double.infinity
    var bestMultipliers = relaxation.multipliers
    var bestLimitMultipliers = relaxation.limitMultipliers
    var bestGroups = relaxation.groupMultipliers
    var factor = start
    var idle = 0
    for step in 0..<limit {
      let bound = relaxation.evaluate(exactly: isExact)
      relaxation.average(keeping: step == 0 ? 0 : 0.95)
      if bound > best + 1e-7 * max(1, abs(best)) || best == -.infinity {
        idle = bound > best + 1e-4 * abs(best) ? 0 : idle + 1
        best = bound
        bestMultipliers = relaxation.multipliers
        bestLimitMultipliers = relaxation.limitMultipliers
        bestGroups = relaxation.groupMultipliers
      } else {
        idle += 1
      }
      onStep(&relaxation, step)
      if context.isPruned(best) || context.mustStop { break }
      if idle >= patience {
        idle = 0
        factor /= 2
        if factor < end { break }
        if relaxation.problem.isFairest { relaxation.weigh(groups: bestGroups) }
        relaxation.multipliers = bestMultipliers
        relaxation.limitMultipliers = bestLimitMultipliers
        // The subgradient belongs to the last evaluation; the next round makes that of the best point.
        _ = relaxation.evaluate(exactly: isExact)
        for row in relaxation.openRows { direction[Int(row)] = 0 }
        limitDirection = limitDirection.map { _ in 0 }
      }
      let limitGradient = relaxation.subgradient(into: &gradient)
      let target = context.bestLoss < .infinity ? context.bestLoss : max(best * 1.05, best + 1)
      guard
        move(
          &relaxation, gradient: gradient, limitGradient: limitGradient, direction: &direction,
          limitDirection: &limitDirection, length: factor * max(target - bound, 1e-6 * max(1, abs(target))))
      else { break }
      if relaxation.problem.isFairest { shift(&relaxation, by: factor) }
    }
    if relaxation.problem.isFairest { relaxation.weigh(groups: bestGroups) }
    relaxation.multipliers = bestMultipliers
    relaxation.limitMultipliers = bestLimitMultipliers
    return best
  }

  /// Moves weight to the groups that lose most (multiplicative weights: Arora, Hazan and Kale, 2012).
  private func shift(_ relaxation: inout Relaxation, by factor: Double) {
    let losses = relaxation.groupLosses()
    let worst = losses.max() ?? 0
    // No weight becomes so small that it cannot come back.
    let raised = zip(relaxation.groupMultipliers, losses).map {
      max($0 / (1 + factor * (worst - $1)), 1e-6)
    }
    let sum = raised.reduce(0, +)
    relaxation.weigh(groups: raised.map { $0 / sum })
  }

  /// One step within 0 … penalty/need; false when the subgradient is zero: the bound is the best there is.
  private func move(
    _ relaxation: inout Relaxation, gradient: [Double], limitGradient: [Double], direction: inout [Double],
    limitDirection: inout [Double], length: Double
  ) -> Bool {
    let problem = relaxation.problem
    var norm = 0.0
    for row in relaxation.openRows {
      let row = Int(row)
      direction[row] = gradient[row] + memory * direction[row]
      // At the edge of its range a multiplier cannot move outward.
      if direction[row] < 0, relaxation.multipliers[row] <= 0 { direction[row] = 0 }
      norm += direction[row] * direction[row]
    }
    // Limits are in other units than classes; each is scaled by its own size.
    let scales = problem.limits.map { 1 / max($0.most, Rounding.leastDivisor) }
    for limit in limitDirection.indices {
      limitDirection[limit] = limitGradient[limit] * scales[limit] + memory * limitDirection[limit]
      if limitDirection[limit] < 0, relaxation.limitMultipliers[limit] <= 0 { limitDirection[limit] = 0 }
      norm += limitDirection[limit] * limitDirection[limit]
    }
    guard norm > 0 else { return false }
    let step = length / norm
    for row in relaxation.openRows {
      let row = Int(row)
      relaxation.multipliers[row] = min(
        max(0, relaxation.multipliers[row] + step * direction[row]), relaxation.most(row))
    }
    for limit in limitDirection.indices {
      relaxation.limitMultipliers[limit] = max(
        0, relaxation.limitMultipliers[limit] + step * limitDirection[limit] * scales[limit])
    }
    return true
  }
}
