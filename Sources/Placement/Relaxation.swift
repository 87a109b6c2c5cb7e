/// What is decided about options at a node of the search tree.
struct Decisions: Sendable {
  /// 1 taken, −1 left out, 0 open; one per option.
  var states: [Int8]

  /// Nothing decided, but for options that fit no limit.
  init(_ problem: CoverProblem) {
    states = (0..<problem.optionCount).map { option in
      problem.limits.allSatisfy { $0.uses[option] <= $0.most } ? 0 : -1
    }
  }

  /// Takes an option, and leaves out the others of its group.
  mutating func take(_ option: Int, _ problem: CoverProblem) {
    for other in problem.members[Int(problem.groups[option])] where states[Int(other)] == 0 { states[Int(other)] = -1 }
    states[option] = 1
  }

  mutating func leave(_ option: Int) { states[option] = -1 }
}

/// The Lagrangian relaxation of a node: coverage is relaxed with one multiplier per class.
///
///     L(u) = Σ min(penalty, need·u) + min over allowed x of Σ (price − Σ strength·u)·x
///
/// Every u in 0 … penalty/need gives a bound; the subgradient raises it. The first limit that is no count (or the only
/// one) stays in the minimisation over x, a knapsack with groups; further limits get multipliers too.
/// Needs and strengths are what is left after the node's decisions. For the fairest cover the penalties of each group of
/// demands are weighted by multipliers of sum 1: no mean of losses is above the loss of the worst group.
///
/// A class that needs several units is bounded badly by this alone: one option of two would cover half of it. It gets a
/// second row without its likeliest option, the pivot j, which must give what j cannot:
///
///     (need − strength of j)·z ≤ Σ over others of min(strength, need − strength of j)·x
///
/// The multiplier of that row stands behind those of all classes.
///
/// Sources: Galvão and ReVelle, "A Lagrangean heuristic for the maximal covering location problem" (1996); Beasley, "A
/// Lagrangian heuristic for set-covering problems" (1990); Caprara, Fischetti and Toth, "A heuristic method for the set
/// covering problem" (1999); Held, Wolfe and Crowder (1974) for the step.
struct Relaxation {
  let problem: CoverProblem
  /// The classes that are not covered by decisions.
  private(set) var openClasses: [Int32] = []
  /// What each class still needs.
  private(set) var residual: [Int32]
  /// The open options of each group that may still be chosen.
  private(set) var groups: [[Int32]] = []
  private(set) var openOptions: [Int32] = []
  /// The options that are decided upon.
  private(set) var taken: [Int32] = []
  /// Σ price of the options taken.
  private var constant = 0.0
  private var rooms: [Double]
  /// Whether no list can satisfy the decisions.
  private(set) var isInfeasible = false
  private let main: Int?
  /// The options of each group that some node may still choose.
  private var pool: [[Int32]]
  private var knapsack: GroupKnapsack

  /// The pivot of each class that needs several units, −1 for none, and its strength; empty when all need one.
  private var pivots: [Int32] = []
  private var pivotStrengths: [Int32] = []
  /// What each class needs without its pivot; 0 when it has no second row.
  private var pivotNeeds: [Int32] = []
  /// The rows with multipliers: open classes, and behind all classes the second rows.
  private(set) var openRows: [Int32] = []

  /// The multipliers of rows, and of the limits beside the main one.
  var multipliers: [Double]
  var limitMultipliers: [Double]
  /// The weights of groups of demands, of sum 1; empty but for the fairest cover.
  private(set) var groupMultipliers: [Double]
  /// The penalties with those weights.
  private(set) var penalties: [Double]
  /// At the last evaluation: price less the worth of what it covers, per open option.
  private(set) var reduced: [Double]
  /// At the last evaluation: the solution of the subproblem.
  private(set) var x: [Double]
  /// A moving average of solutions: near the solution of the linear relaxation.
  var mean: [Double]
  /// At the last evaluation by fractions: the bound from which options may be fixed.
  private var fixingBound = -Double.infinity

  init(_ problem: CoverProblem) {
    self.problem = problem
    pool = problem.members
    main = problem.limits.firstIndex { !$0.isCount } ?? (problem.limits.isEmpty ? nil : 0)
    knapsack = GroupKnapsack(limit: main.map { problem.limits[$0] })
    residual = problem.needs
    rooms = problem.limits.map(\.most)
    let hasPivots = !problem.isSimple && problem.penalties.first != .infinity
    if hasPivots {
      pivots = [Int32](repeating: -1, count: problem.classCount)
      pivotStrengths = [Int32](repeating: 0, count: problem.classCount)
      pivotNeeds = pivotStrengths
    }
    multipliers = [Double](repeating: 0, count: problem.classCount * (hasPivots ? 2 : 1))
    limitMultipliers = [Double](repeating: 0, count: problem.limits.count)
    groupMultipliers = []
    penalties = problem.penalties
    reduced = [Double](repeating: 0, count: problem.optionCount)
    x = reduced
    mean = reduced
    let groupCount = problem.lostShares.count
    if problem.isFairest { weigh(groups: [Double](repeating: 1 / Double(groupCount), count: groupCount)) }
    enter(Decisions(problem))
  }

  /// Gives the groups of demands other weights; multipliers of classes keep their part of the penalty.
  mutating func weigh(groups: [Double]) {
    for kind in penalties.indices {
      let old = penalties[kind]
      penalties[kind] = problem.penalties[kind] * groups[Int(problem.classGroups[kind])]
      let ratio = old > 0 ? penalties[kind] / old : 0
      for row in stride(from: kind, to: multipliers.count, by: problem.classCount) {
        multipliers[row] = min(multipliers[row] * ratio, penalties[kind])
      }
    }
    groupMultipliers = groups
  }

  /// What each group of demands loses in the last solution, where classes are covered as their multipliers ask.
  func groupLosses() -> [Double] {
    var losses = problem.lostShares
    for kind in openClasses where coverPrice(Int(kind)) >= penalties[Int(kind)] {
      losses[Int(problem.classGroups[Int(kind)])] += problem.penalties[Int(kind)]
    }
    return losses
  }

  /// What covering a class costs at the present multipliers.
  private func coverPrice(_ kind: Int) -> Double {
    let price = Double(residual[kind]) * multipliers[kind]
    return pivots.isEmpty ? price : price + Double(pivotNeeds[kind]) * multipliers[problem.classCount + kind]
  }

  /// The largest sensible multiplier of a row.
  func most(_ row: Int) -> Double {
    row < problem.classCount
      ? penalties[row] / Double(residual[row])
      : penalties[row - problem.classCount] / Double(pivotNeeds[row - problem.classCount])
  }

  /// Whether some class has a second row.
  var hasSecondRows: Bool { openRows.count > openClasses.count }

  /// Gives each class that needs several units a second row without the option that solutions choose most.
  ///
  /// - Returns: Whether there is any such row.
  mutating func choosePivots(_ decisions: Decisions) -> Bool {
    guard !pivots.isEmpty else { return false }
    for kind in openClasses {
      let kind = Int(kind)
      guard problem.needs[kind] > 1 else { continue }
      var best: (mean: Double, entry: Int)?
      for entry in problem.column(kind) {
        let option = Int(problem.columnOptions[entry])
        guard decisions.states[option] == 0, problem.columnStrengths[entry] < residual[kind] else { continue }
        if mean[option] > best?.mean ?? -1 { best = (mean[option], entry) }
      }
      let pivot = best.map { problem.columnOptions[$0.entry] } ?? -1
      if pivot != pivots[kind] { multipliers[problem.classCount + kind] = 0 }
      pivots[kind] = pivot
      pivotStrengths[kind] = best.map { problem.columnStrengths[$0.entry] } ?? 0
    }
    enter(decisions)
    return hasSecondRows
  }

  /// Goes to another node; multipliers of covered classes become zero.
  mutating func enter(_ decisions: Decisions) {
    residual = problem.needs
    rooms = problem.limits.map(\.most)
    constant = 0
    isInfeasible = false
    taken.removeAll(keepingCapacity: true)
    for group in pool {
      guard let chosen = group.first(where: { decisions.states[Int($0)] == 1 }) else { continue }
      taken.append(chosen)
      let option = Int(chosen)
      constant += problem.prices[option]
      for limit in rooms.indices { rooms[limit] -= problem.limits[limit].uses[option] }
      for entry in problem.row(option) {
        let kind = Int(problem.rowClasses[entry])
        residual[kind] = max(0, residual[kind] - problem.rowStrengths[entry])
      }
    }
    for limit in rooms.indices where rooms[limit] < 0 {
      // Differences of sums: room within rounding of the limit is none.
      if rooms[limit] < -1e-9 * max(1, problem.limits[limit].most) { isInfeasible = true }
      rooms[limit] = 0
    }
    openOptions.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    for members in pool {
      let open = members.filter { option in
        decisions.states[Int(option)] == 0
          && rooms.indices.allSatisfy {
            problem.limits[$0].uses[Int(option)] <= rooms[$0] + 1e-9 * max(1, problem.limits[$0].most)
          }
      }
      if !open.isEmpty {
        groups.append(open)
        openOptions += open
      }
    }
    openClasses.removeAll(keepingCapacity: true)
    for kind in 0..<problem.classCount {
      if residual[kind] > 0 { openClasses.append(Int32(kind)) } else { multipliers[kind] = 0 }
    }
    openRows = openClasses
    if !pivots.isEmpty {
      for kind in 0..<problem.classCount {
        let pivot = Int(pivots[kind])
        let isOpen = residual[kind] > 0 && pivot >= 0 && decisions.states[pivot] == 0
        pivotNeeds[kind] = isOpen ? max(0, residual[kind] - pivotStrengths[kind]) : 0
        if pivotNeeds[kind] > 0 {
          openRows.append(Int32(problem.classCount + kind))
        } else {
          multipliers[problem.classCount + kind] = 0
        }
      }
    }
    if problem.penalties.first == .infinity { checkReach() }
  }

  /// Leaves out for good what these decisions leave out; every later node must keep to them.
  mutating func narrow(to decisions: Decisions) {
    pool = pool.compactMap { group in
      let rest = group.filter { decisions.states[Int($0)] >= 0 }
      return rest.isEmpty ? nil : rest
    }
  }

  /// Finds must-cover classes that the open options cannot cover.
  private mutating func checkReach() {
    var reach = [Int32](repeating: 0, count: problem.classCount)
    for option in openOptions {
      for entry in problem.row(Int(option)) {
        reach[Int(problem.rowClasses[entry])] &+= problem.rowStrengths[entry]
      }
    }
    for kind in openClasses where reach[Int(kind)] < residual[Int(kind)] { isInfeasible = true }
  }

  /// The bound at the present multipliers.
  mutating func evaluate(exactly: Bool) -> Double {
    var bound = constant
    for kind in openClasses {
      let kind = Int(kind)
      bound += min(penalties[kind], coverPrice(kind))
    }
    for group in groupMultipliers.indices { bound += groupMultipliers[group] * problem.lostShares[group] }
    for limit in rooms.indices where limit != main { bound -= limitMultipliers[limit] * rooms[limit] }
    for option in openOptions {
      let option = Int(option)
      var value = problem.prices[option]
      for limit in rooms.indices where limit != main {
        value += limitMultipliers[limit] * problem.limits[limit].uses[option]
      }
      if problem.isSimple {
        for entry in problem.row(option) { value -= multipliers[Int(problem.rowClasses[entry])] }
      } else {
        for entry in problem.row(option) {
          let kind = Int(problem.rowClasses[entry])
          value -= Double(min(problem.rowStrengths[entry], residual[kind])) * multipliers[kind]
          if !pivots.isEmpty, pivotNeeds[kind] > 0, Int(pivots[kind]) != option {
            value -=
              Double(min(problem.rowStrengths[entry], pivotNeeds[kind])) * multipliers[problem.classCount + kind]
          }
        }
      }
      reduced[option] = value
    }
    let room = main.map { rooms[$0] } ?? 0
    if exactly, knapsack.isExactAffordable(options: openOptions.count) {
      return bound + knapsack.exact(groups, values: reduced, room: room, x: &x)
    }
    fixingBound = bound + knapsack.relaxed(groups, values: reduced, room: room, x: &x)
    return fixingBound
  }

  /// Whether ``evaluate(exactly:)`` has a better answer than that with fractions.
  var hasExact: Bool { main != nil && knapsack.isExactAffordable(options: openOptions.count) }

  /// Writes the subgradient of the open rows into an array and returns that of the limits.
  mutating func subgradient(into gradient: inout [Double]) -> [Double] {
    for kind in openClasses {
      let kind = Int(kind)
      let isCovered = coverPrice(kind) < penalties[kind]
      gradient[kind] = isCovered ? Double(residual[kind]) : 0
      if !pivots.isEmpty { gradient[problem.classCount + kind] = isCovered ? Double(pivotNeeds[kind]) : 0 }
    }
    var limitGradient = rooms.map { -$0 }
    for option in openOptions where x[Int(option)] > 0 {
      let option = Int(option)
      let part = x[option]
      for entry in problem.row(option) {
        let kind = Int(problem.rowClasses[entry])
        gradient[kind] -= part * Double(min(problem.rowStrengths[entry], residual[kind]))
        if !pivots.isEmpty, Int(pivots[kind]) != option {
          gradient[problem.classCount + kind] -= part * Double(min(problem.rowStrengths[entry], pivotNeeds[kind]))
        }
      }
      for limit in rooms.indices where limit != main {
        limitGradient[limit] += part * problem.limits[limit].uses[option]
      }
    }
    if let main { limitGradient[main] = 0 }
    return limitGradient
  }

  /// Takes the last solution into the moving average.
  mutating func average(keeping part: Double) {
    for option in openOptions {
      mean[Int(option)] = part * mean[Int(option)] + (1 - part) * x[Int(option)]
    }
  }

  /// Takes a fractional list of the open options, in their order, as the mean.
  mutating func setMean(_ list: [Double]) {
    for (option, part) in zip(openOptions, list) { mean[Int(option)] = part }
  }

  /// What each option takes of the main limit, and what is left of it.
  var mainLimit: (uses: [Double], room: Double)? { main.map { (problem.limits[$0].uses, rooms[$0]) } }

  /// Decides options that no better list can have, or lack: by the bound of the last evaluation with fractions.
  ///
  /// - Returns: How many were decided.
  func fix(_ decisions: inout Decisions, isPruned: (Double) -> Bool) -> Int {
    guard fixingBound > -.infinity else { return 0 }
    var count = 0
    for group in groups {
      let values = group.map { option in
        reduced[Int(option)] + knapsack.dual * (main.map { problem.limits[$0].uses[Int(option)] } ?? 0)
      }
      let best = min(0, values.min() ?? 0)
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
}
