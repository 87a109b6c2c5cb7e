import Placement
import TestSupport

/// A small random model, in the plainest form there is, and its best lists by complete enumeration.
struct SmallCase {
  var options: [PlacementOption]
  var demands: [PlacementDemand]
  var covers: [PlacementCover]
  var limits: [PlacementLimit]

  func model() throws -> PlacementModel {
    try PlacementModel(options: options, demands: demands, covers: covers, resources: ["crew"])
  }

  /// Whole numbers throughout, so that sums are exact: costs, groups, all standings, needs of 1 to 2, strengths.
  init(seed: UInt64, most: Int = 18) {
    var random = SplitMix(seed: seed)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let count = pick(3...most)
    let hasGroups = pick(0...1) == 1
    let hasNeeds = pick(0...1) == 1
    let hasStrengths = pick(0...3) == 0
    let isWhole = pick(0...3) > 0
    options = (0..<count).map { index in
      let standing: PlacementOption.Standing =
        switch pick(0...15) {
        case 0: .fixed
        case 1: .forbidden
        case 2: .forced
        default: .free
        }
      return PlacementOption(
        id: "o\(index)", cost: Double(pick(0...20)),
        group: hasGroups && pick(0...2) > 0 ? "g\(pick(0...count / 2))" : nil,
        standing: standing, uses: [Double(pick(0...3))])
    }
    // Two options that stand may not share a group.
    var taken: Set<String> = []
    for index in options.indices where options[index].standing == .fixed || options[index].standing == .forced {
      if let group = options[index].group, !taken.insert(group).inserted { options[index].group = nil }
    }
    let demandCount = pick(1...30)
    demands = (0..<demandCount).map { index in
      PlacementDemand(
        id: "d\(index)", weight: isWhole ? Double(pick(0...50)) : Double(pick(0...50)) / 8, group: "r\(pick(0...2))",
        need: hasNeeds ? Double(pick(1...2)) : 1)
    }
    covers = []
    let density = pick(1...5)
    for option in 0..<count {
      for demand in 0..<demandCount where pick(0...9) < density {
        covers.append(
          PlacementCover(option: option, demand: demand, strength: hasStrengths ? Float(pick(1...3)) / 2 : 1))
      }
    }
    limits = []
    if pick(0...3) > 0 { limits.append(.budget(Double(pick(0...70)))) }
    if pick(0...2) == 0 { limits.append(.count(pick(0...5))) }
    if pick(0...3) == 0 { limits.append(.resource("crew", Double(pick(0...8)))) }
  }

  /// Leaves out demands that all options together do not cover, and limits.
  mutating func keepCoverable() {
    var sums = [Double](repeating: 0, count: demands.count)
    for cover in covers where options[Int(cover.option)].standing != .forbidden {
      sums[Int(cover.demand)] += Double(cover.strength)
    }
    let kept = demands.indices.filter { sums[$0] >= demands[$0].need }
    covers = covers.compactMap { cover in
      kept.firstIndex(of: Int(cover.demand)).map {
        PlacementCover(option: Int(cover.option), demand: $0, strength: cover.strength)
      }
    }
    demands = kept.map { demands[$0] }
    limits = []
  }

  /// The best value over all subsets, one option changed at a time (Gray's code); nil when none is allowed.
  func best(_ goal: PlacementGoal) -> Double? {
    let free = options.indices.filter { options[$0].standing == .free }
    let forced = options.indices.filter { options[$0].standing == .forced }
    let fixed = options.indices.filter { options[$0].standing == .fixed }
    var rows = [[(demand: Int, strength: Double)]](repeating: [], count: options.count)
    for cover in covers { rows[Int(cover.option)].append((Int(cover.demand), Double(cover.strength))) }
    var levels = [Double](repeating: 0, count: demands.count)
    for option in forced + fixed { for cover in rows[option] { levels[cover.demand] += cover.strength } }
    var bought = Set(forced)
    var best: Double?
    for step in 0..<(1 << free.count) {
      if step > 0 {
        let option = free[step.trailingZeroBitCount]
        let sign = bought.contains(option) ? -1.0 : 1
        if sign < 0 { bought.remove(option) } else { bought.insert(option) }
        for cover in rows[option] { levels[cover.demand] += sign * cover.strength }
      }
      guard isAllowed(Array(bought), fixed: fixed) else { continue }
      let value = value(goal, levels: levels, cost: bought.reduce(0) { $0 + options[$1].cost })
      guard let value else { continue }
      best = best.map { goal == .cheapestCover ? min($0, value) : max($0, value) } ?? value
    }
    return best
  }

  private func value(_ goal: PlacementGoal, levels: [Double], cost: Double) -> Double? {
    let covered = demands.indices.filter { levels[$0] >= demands[$0].need }
    switch goal {
    case .maximumCover: return covered.reduce(0) { $0 + demands[$1].weight }
    case .cheapestCover: return covered.count == demands.count ? cost : nil
    case .fairestCover:
      var all: [String?: Double] = [:]
      var here: [String?: Double] = [:]
      for demand in demands { all[demand.group, default: 0] += demand.weight }
      for index in covered { here[demands[index].group, default: 0] += demands[index].weight }
      return all.filter { $0.value > 0 }.map { here[$0.key, default: 0] / $0.value }.min() ?? 1
    }
  }

  /// Whether a list keeps the limits and has one option per group.
  func isAllowed(_ bought: [Int], fixed: [Int]) -> Bool {
    let groups = (bought + fixed).compactMap { options[$0].group }
    guard Set(groups).count == groups.count else { return false }
    return limits.allSatisfy { limit in
      switch limit.measure {
      case .cost: bought.reduce(0) { $0 + options[$1].cost } <= limit.most
      case .count: Double(bought.count) <= limit.most
      case .resource: bought.reduce(0) { $0 + options[$1].uses[0] } <= limit.most
      }
    }
  }
}
