/// One purchase of a list in order.
public struct PurchaseStep: Sendable, Hashable {
  /// The index of the option.
  public var option: Int
  /// What it costs.
  public var cost: Double
  /// The weight that it covers beyond fixed options and those bought before.
  public var gain: Double
  /// What it costs with those before.
  public var costSoFar: Double
  /// The covered weight with fixed options and those before.
  public var coveredSoFar: Double

  /// The gain for each unit of cost; nil for what costs nothing.
  public var gainPerCost: Double? { cost > 0 ? gain / cost : nil }
}

extension PlacementModel {
  /// The order in which to buy a list: at each step what gains most per cost, free options first.
  ///
  /// Where demands need several options, the first of them gains nothing yet; it is preferred a little when it brings
  /// demands nearer to what they need.
  ///
  /// - Parameter chosen: Indices of options, without fixed ones.
  /// - Complexity: O(covers + |chosen|² · covers of an option).
  public func purchaseOrder(of chosen: [Int]) -> [PurchaseStep] {
    var tally = CoverTally(self, counting: chosen)
    var steps: [PurchaseStep] = []
    var rest = Array(Set(chosen)).sorted()
    var costSoFar = 0.0
    while !rest.isEmpty {
      var best: (score: Double, place: Int)?
      for (place, option) in rest.enumerated() {
        let worth = tally.worth(of: option)
        let cost = options[option].cost
        let score = cost > 0 ? worth / cost : .infinity
        if score > best?.score ?? -1 { best = (score, place) }
      }
      guard let best else { break }
      let option = rest.remove(at: best.place)
      let before = tally.coveredWeight
      tally.add(option)
      costSoFar += options[option].cost
      steps.append(
        PurchaseStep(
          option: option, cost: options[option].cost, gain: tally.coveredWeight - before, costSoFar: costSoFar,
          coveredSoFar: tally.coveredWeight))
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

/// The levels of all demands under a list, for a few options whose covers are looked up by option.
struct CoverTally {
  private let model: PlacementModel
  private var rows: [Int: [(demand: Int32, strength: Int64)]] = [:]
  private var levels: [Int64]
  private let needs: [Int64]
  private(set) var coveredWeight = 0.0

  /// Fixed options are added at once.
  init(_ model: PlacementModel, counting options: [Int]) {
    self.model = model
    let scale = model.strengthScale
    var isCounted = [Bool](repeating: false, count: model.options.count)
    for option in options { isCounted[option] = true }
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
      if levels[demand] >= needs[demand] { coveredWeight += model.demands[demand].weight }
    }
  }

  mutating func add(_ option: Int) {
    for (demand, strength) in rows[option] ?? [] {
      let demand = Int(demand)
      let wasCovered = levels[demand] >= needs[demand]
      levels[demand] += strength
      if !wasCovered, levels[demand] >= needs[demand] { coveredWeight += model.demands[demand].weight }
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
