extension PlacementModel {
  /// The order in which to buy a list: at each step what gains most per cost, free options first.
  ///
  /// Where demands need several options, the first of them gains nothing yet; it is preferred a little when it brings
  /// demands nearer to what they need. Of options that add as much to the share of the worst group per cost that comes
  /// first which covers more weight per cost: mostly several groups must be covered better before that share grows.
  ///
  /// - Parameters:
  ///   - chosen: Indices of options, without fixed ones.
  ///   - goal: What the list is to reach: gains are parts of its value, but for the cheapest cover, where they are weights.
  /// - Complexity: O(covers + |chosen|² · covers of an option); where every demand needs a single option, gains only
  ///   fall, and few of them are computed again at each step (Minoux, 1978).
  public func purchaseOrder(of chosen: [Int], for goal: PlacementGoal = .maximumCover) -> [PurchaseStep] {
    var tally = CoverTally(self, counting: chosen)
    var steps: [PurchaseStep] = []
    var rest = Array(Set(chosen)).sorted()
    let isFalling = goal != .fairestCover && coverStrengths.isEmpty && demands.allSatisfy { $0.need <= 1 }
    var costSoFar = 0.0
    func score(of option: Int) -> (Double, Double) {
      let cost = options[option].cost
      func perCost(_ gain: Double) -> Double { cost > 0 ? gain / cost : .infinity }
      let share = goal == .fairestCover ? tally.worstShare(with: option) - tally.worstShare : 0
      return (perCost(share), perCost(tally.worth(of: option)))
    }
    var scores = rest.map(score)
    while !rest.isEmpty {
      if !isFalling, !steps.isEmpty { scores = rest.map(score) }
      var place = scores.firstIndexOfGreatest
      if isFalling {
        // An old score is a bound of the new one.
        while true {
          let new = score(of: rest[place])
          if new >= scores[place] { break }
          scores[place] = new
          let next = scores.firstIndexOfGreatest
          if next == place { break }
          place = next
        }
      }
      let option = rest.remove(at: place)
      scores.remove(at: place)
      let before = tally.value(for: goal)
      tally.add(option)
      let value = tally.value(for: goal)
      costSoFar += options[option].cost
      steps.append(
        PurchaseStep(
          option: option, cost: options[option].cost, gain: value - before, costSoFar: costSoFar, coveredSoFar: value))
    }
    return steps
  }

  /// What is lost when one option of a list, or one that stands, is not there: "what if this radar fails".
  ///
  /// - Parameter chosen: Indices of options, without fixed ones.
  /// - Returns: For each option of the list and each fixed one the covered weight without it, the worst first.
  /// - Complexity: O(covers).
  public func leaveOneOut(of chosen: [Int]) -> [(option: Int, coveredWeight: Double, loss: Double)] {
    let present = Array(Set(chosen + options.indices.filter { options[$0].standing == .fixed })).sorted()
    var tally = CoverTally(self, counting: present)
    for option in chosen { tally.add(option) }
    return present.map { option in
      let loss = tally.loss(of: option)
      return (option, tally.coveredWeight - loss, loss)
    }.sorted { ($1.loss, $0.option) < ($0.loss, $1.option) }
  }
}

extension [(Double, Double)] {
  /// The first of the greatest pairs, by the first number, then by the second.
  fileprivate var firstIndexOfGreatest: Int {
    indices.dropFirst().reduce(0) { self[$1] > self[$0] ? $1 : $0 }
  }
}
