extension Relaxation {
  /// What choosing each option of a group, and what leaving all of them out, adds to the bound of the last evaluation with
  /// fractions.
  private func costs(_ group: [Int32]) -> (values: [Double], best: Double) {
    let values = group.map { option in
      reduced[Int(option)] + knapsack.dual * (main.map { problem.limits[$0].uses[Int(option)] } ?? 0)
    }
    return (values, min(0, values.min() ?? 0))
  }

  /// Decides options that no better list can have, or lack: by the bound of the last evaluation with fractions.
  ///
  /// - Returns: How many were decided.
  func fix(_ decisions: inout Decisions, isPruned: (Double) -> Bool) -> Int {
    guard fixingBound > -.infinity else { return 0 }
    var count = 0
    for group in groups {
      let (values, best) = costs(group)
      for (place, option) in group.enumerated() where decisions.states[Int(option)] == 0 {
        if isPruned(fixingBound + values[place] - best) {
          decisions.leave(Int(option))
          count += 1
        } else if values[place] == best, best < 0 {
          let others = values.indices.reduce(0.0) { $1 == place ? $0 : min($0, values[$1]) }
          if isPruned(fixingBound + others - best) {
            decisions.take(Int(option), problem)
            count += 1
          }
        }
      }
    }
    return count
  }

  /// The open options that lists near the bound are made of (the core: Balas and Zemel, 1980): those that the mean holds,
  /// and those with which a list may still be so near.
  ///
  /// - Parameter edge: A loss; lists that hold any other open option lose at least as much.
  /// - Returns: One flag per option of the problem.
  func core(below edge: Double) -> [Bool] {
    var isIn = [Bool](repeating: false, count: problem.optionCount)
    for group in groups {
      let (values, best) = costs(group)
      for (option, value) in zip(group, values) {
        isIn[Int(option)] = mean[Int(option)] > 1e-3 || fixingBound + value - best < edge
      }
    }
    return isIn
  }
}
