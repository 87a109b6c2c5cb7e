/// The levels of all demands under a list, for a few options whose covers are looked up by option.
struct CoverTally {
  private let model: PlacementModel
  private var rows: [Int: [(demand: Int32, strength: Int64)]] = [:]
  private var levels: [Int64]
  private let needs: [Int64]
  private(set) var coveredWeight = 0.0
  /// The group of each demand, and what each group weighs and has covered.
  private var groups: [Int32] = []
  private var groupWeights: [Double] = []
  private var groupCovered: [Double] = []

  /// Fixed options are added at once.
  init(_ model: PlacementModel, counting options: [Int]) {
    self.model = model
    let scale = model.strengthScale
    var isCounted = [Bool](repeating: false, count: model.options.count)
    for option in options { isCounted[option] = true }
    var places: [String?: Int32] = [:]
    for demand in model.demands {
      let place = places[demand.group] ?? Int32(places.count)
      places[demand.group] = place
      groups.append(place)
      if place == groupWeights.count { groupWeights.append(0) }
      groupWeights[Int(place)] += demand.weight
    }
    groupCovered = groupWeights.map { _ in 0 }
    levels = [Int64](repeating: 0, count: model.demands.count)
    needs = model.demands.map { PlacementModel.units($0.need, scale) }
    for demand in model.demands.indices {
      for cover in model.starts[demand]..<model.starts[demand + 1] {
        let option = Int(model.coverOptions[cover])
        let isFixed = model.options[option].standing == .fixed
        guard isFixed || isCounted[option] else { continue }
        let strength =
          model.coverStrengths.isEmpty
          ? Int64(scale) : PlacementModel.units(Double(model.coverStrengths[cover]), scale)
        if isFixed { levels[demand] += strength }
        if isCounted[option] { rows[option, default: []].append((Int32(demand), strength)) }
      }
      if levels[demand] >= needs[demand] { noteCovered(demand) }
    }
  }

  private mutating func noteCovered(_ demand: Int) {
    coveredWeight += model.demands[demand].weight
    groupCovered[Int(groups[demand])] += model.demands[demand].weight
  }

  /// The covered weight, or for the fairest cover the share of the worst group.
  func value(for goal: PlacementGoal) -> Double { goal == .fairestCover ? worstShare : coveredWeight }

  /// The share of covered weight in the worst group; 1 when all weights are zero.
  var worstShare: Double { Self.worst(groupCovered, of: groupWeights) }

  /// The same when an option is added.
  func worstShare(with option: Int) -> Double {
    var covered = groupCovered
    for (demand, strength) in rows[option] ?? [] {
      let demand = Int(demand)
      if levels[demand] < needs[demand], levels[demand] + strength >= needs[demand] {
        covered[Int(groups[demand])] += model.demands[demand].weight
      }
    }
    return Self.worst(covered, of: groupWeights)
  }

  private static func worst(_ covered: [Double], of weights: [Double]) -> Double {
    zip(covered, weights).reduce(1) { $1.1 > 0 ? min($0, $1.0 / $1.1) : $0 }
  }

  mutating func add(_ option: Int) {
    for (demand, strength) in rows[option] ?? [] {
      let demand = Int(demand)
      let wasCovered = levels[demand] >= needs[demand]
      levels[demand] += strength
      if !wasCovered, levels[demand] >= needs[demand] { noteCovered(demand) }
    }
  }

  /// The weight that an option would newly cover, and a small part for demands that it brings nearer.
  func worth(of option: Int) -> Double {
    (rows[option] ?? []).reduce(0) { sum, cover in
      let demand = Int(cover.demand)
      let weight = model.demands[demand].weight
      if levels[demand] >= needs[demand] { return sum }
      if levels[demand] + cover.strength >= needs[demand] { return sum + weight }
      return sum + weight * CoverState.smallPartWorth * Double(cover.strength) / Double(needs[demand])
    }
  }

  /// The weight that is no longer covered without an option that is there.
  func loss(of option: Int) -> Double {
    (rows[option] ?? []).reduce(0) { sum, cover in
      let demand = Int(cover.demand)
      let isLost = levels[demand] >= needs[demand] && levels[demand] - cover.strength < needs[demand]
      return isLost ? sum + model.demands[demand].weight : sum
    }
  }
}
