extension CoverProblem {
  /// The same list without what its value does not need: options are dropped, the dearest first, or give way to a cheaper
  /// one of their group, as long as no class that is covered is lost; for the fairest cover, as long as no group loses
  /// more than the worst one does.
  ///
  /// - Parameter costs: What each option costs.
  /// - Returns: A list of the same loss that costs no more, within the same limits.
  func withoutWaste(_ list: [Int32], costs: [Double]) -> [Int32] {
    var waste = Waste(self, list)
    for option in list.sorted(by: { (-costs[Int($0)], $0) < (-costs[Int($1)], $1) }) {
      if waste.drop(Int(option)) { continue }
      let cheaper = members[Int(groups[Int(option)])].filter { costs[Int($0)] < costs[Int(option)] }
      for other in cheaper.sorted(by: { (costs[Int($0)], $0) < (costs[Int($1)], $1) })
      where waste.replace(Int(option), by: Int(other)) { break }
    }
    return waste.list.sorted()
  }

  /// A list from which waste is taken, and what it covers.
  private struct Waste {
    private let problem: CoverProblem
    private(set) var list: Set<Int32>
    private var levels: [Int32]
    private var used: [Double]
    /// For the fairest cover what each group loses, and the most that one may.
    private var losses: [Double]
    private let most: Double
    /// Of the sums of parts of one.
    private static let rounding = 1e-12

    init(_ problem: CoverProblem, _ list: [Int32]) {
      self.problem = problem
      self.list = Set(list)
      levels = problem.levels(of: list)
      used = problem.limits.map { limit in list.reduce(0) { $0 + limit.uses[Int($1)] } }
      losses = problem.groupLosses(at: levels)
      most = losses.max() ?? 0
    }

    private mutating func change(_ option: Int, sign: Int32) {
      for entry in problem.row(option) {
        let kind = Int(problem.rowClasses[entry])
        let was = levels[kind] >= problem.needs[kind]
        levels[kind] += sign * problem.rowStrengths[entry]
        let isNow = levels[kind] >= problem.needs[kind]
        guard problem.isFairest, was != isNow else { continue }
        losses[Int(problem.classGroups[kind])] += was ? problem.penalties[kind] : -problem.penalties[kind]
      }
      for limit in used.indices { used[limit] += Double(sign) * problem.limits[limit].uses[option] }
    }

    /// Whether taking an option away has lost what the value needs.
    private func isMissed(_ option: Int) -> Bool {
      if problem.isFairest { return (losses.max() ?? 0) > most + Self.rounding }
      return problem.row(option).contains { entry in
        let kind = Int(problem.rowClasses[entry])
        return levels[kind] < problem.needs[kind] && levels[kind] + problem.rowStrengths[entry] >= problem.needs[kind]
      }
    }

    /// Drops an option if nothing is lost.
    mutating func drop(_ option: Int) -> Bool {
      change(option, sign: -1)
      if isMissed(option) {
        change(option, sign: 1)
        return false
      }
      list.remove(Int32(option))
      return true
    }

    /// Replaces an option if nothing is lost.
    mutating func replace(_ option: Int, by other: Int) -> Bool {
      let before = problem.row(option).filter { entry in
        levels[Int(problem.rowClasses[entry])] >= problem.needs[Int(problem.rowClasses[entry])]
      }
      change(option, sign: -1)
      let fits = problem.fits(other, used: used)
      change(other, sign: 1)
      let isWorse =
        problem.isFairest
        ? (losses.max() ?? 0) > most + Self.rounding
        : before.contains { entry in
          levels[Int(problem.rowClasses[entry])] < problem.needs[Int(problem.rowClasses[entry])]
        }
      if !fits || isWorse {
        change(other, sign: -1)
        change(option, sign: 1)
        return false
      }
      list.remove(Int32(option))
      list.insert(Int32(other))
      return true
    }
  }
}
