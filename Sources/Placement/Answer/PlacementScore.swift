/// What a list of options comes to, computed from the model only.
public struct PlacementScore: Sendable, Hashable {
  /// What the options that are bought cost; fixed ones cost nothing.
  public var cost: Double
  /// The weight of the covered demands.
  public var coveredWeight: Double
  /// How many demands are covered.
  public var coveredCount: Int
  /// How many demands there are.
  public var demandCount: Int
  /// The share of covered weight in the worst group of demands; 1 when no demand weighs anything.
  public var worstShare: Double
  /// The group with that share; nil for demands without a group.
  public var worstGroup: String?

  /// The value for a goal.
  public func value(for goal: PlacementGoal) -> Double {
    switch goal {
    case .maximumCover: coveredWeight
    case .cheapestCover: cost
    case .fairestCover: worstShare
    }
  }
}

extension PlacementModel {
  /// Which demands are covered when some options are bought; fixed options cover as well.
  ///
  /// - Parameter chosen: Indices of options.
  /// - Returns: One truth value per demand.
  /// - Complexity: O(covers).
  public func isCovered(by chosen: some Sequence<Int>) -> [Bool] {
    var isHere = options.map { $0.standing == .fixed }
    for option in chosen { isHere[option] = true }
    let scale = strengthScale
    return demands.indices.map { demand in
      var level: Int64 = 0
      for cover in starts[demand]..<starts[demand + 1] where isHere[Int(coverOptions[cover])] {
        level += coverStrengths.isEmpty ? Int64(scale) : Self.units(Double(coverStrengths[cover]), scale)
      }
      return level >= Self.units(demands[demand].need, scale)
    }
  }

  /// What a list comes to.
  ///
  /// - Parameter chosen: Indices of the options that are bought, without the fixed ones.
  /// - Complexity: O(covers).
  public func score(of chosen: [Int]) -> PlacementScore {
    var score = PlacementScore(
      cost: 0, coveredWeight: 0, coveredCount: 0, demandCount: demands.count, worstShare: 1, worstGroup: nil)
    for option in chosen.sorted() where options[option].standing != .fixed { score.cost += options[option].cost }
    var groups: [String?: (covered: Double, all: Double)] = [:]
    var names: [String?] = []
    for (demand, isCovered) in zip(demands, isCovered(by: chosen)) {
      if isCovered {
        score.coveredWeight += demand.weight
        score.coveredCount += 1
      }
      guard demand.weight > 0 else { continue }
      if groups[demand.group] == nil { names.append(demand.group) }
      groups[demand.group, default: (0, 0)].all += demand.weight
      if isCovered { groups[demand.group, default: (0, 0)].covered += demand.weight }
    }
    for name in names {
      guard let group = groups[name] else { continue }
      let share = group.covered / group.all
      if share < score.worstShare {
        score.worstShare = share
        score.worstGroup = name
      }
    }
    return score
  }

  /// How many units a strength of 1 has: 1 when all strengths and needs are whole numbers, else a million, or the power
  /// of ten below it with which the strengths at one demand still add up to an Int32.
  var strengthScale: Int32 {
    let isWhole =
      coverStrengths.allSatisfy { $0.rounded() == $0 } && demands.allSatisfy { $0.need.rounded() == $0.need }
    if isWhole { return 1 }
    let most = demands.indices.reduce(1) { max($0, demands[$1].need * Double(starts[$1 + 1] - starts[$1])) }
    var scale: Int32 = 1_000_000
    while scale > 1, Double(scale) * most > 0x1p30 { scale /= 10 }
    return scale
  }

  /// A strength or need in whole units, at least one.
  static func units(_ value: Double, _ scale: Int32) -> Int64 {
    Int64(max(1, min((value * Double(scale)).rounded(), needLimit * Double(scale))))
  }
}
