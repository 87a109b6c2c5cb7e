/// The Lagrangian relaxation of a node: coverage is relaxed with one multiplier per class.
///
///     L(u) = Σ min(penalty, need·u) + min over allowed x of Σ (price − Σ strength·u)·x
///
/// Every u in 0 … penalty/need gives a bound; the subgradient raises it. The first limit that is not a count (or the only
/// one) stays in the minimisation over x, a knapsack with groups; further limits get multipliers too.
/// Needs and strengths are what is left after the node's decisions. For the fairest cover the penalties of each group of
/// demands are weighted by multipliers of sum 1: no mean of losses is above the loss of the worst group.
///
/// A class that needs several units is bounded badly by that: one option of two would cover half of it, and one site twice.
/// There every share g of the class (see ``CoverShares``) has a multiplier u of its own, and the class pays the cheapest
/// shares that give what it needs:
///
///     L(u) = Σ min(penalty, cheapest Σ u·v with Σ strength·v ≥ need, 0 ≤ v ≤ 1) + min over x of Σ (price − Σ u)·x
///
/// That is the linear relaxation with parts v ≤ z, v ≤ x of each share and Σ strength·v ≥ need·z: with equal strengths the
/// concave envelope of "at least so many of these".
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
  /// The limit that stays in the minimisation.
  let main: Int?
  /// The options of each group that some node may still choose.
  private var pool: [[Int32]]
  private(set) var knapsack: GroupKnapsack

  /// What classes take from groups of options; nil when every class needs one unit or must be covered, and for the fairest
  /// cover.
  let shares: CoverShares?
  /// Whether an option may still be chosen.
  private(set) var isOpen: [Bool]
  private var choice = ShareChoice()
  /// What has a multiplier: the open classes, or their shares.
  private(set) var openRows: [Int32] = []

  /// The multipliers of rows, and of the limits besides the main one.
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
  private(set) var fixingBound = -Double.infinity

  init(_ problem: CoverProblem) {
    self.problem = problem
    pool = problem.members
    main = problem.limits.firstIndex { !$0.isCount } ?? (problem.limits.isEmpty ? nil : 0)
    knapsack = GroupKnapsack(limit: main.map { problem.limits[$0] })
    residual = problem.needs
    rooms = problem.limits.map(\.most)
    // What must be covered takes no more from this: its parts are those of the options.
    // With weighted groups subgradients alone move the multipliers: too slowly for so many.
    let hasShares = !problem.isSimple && !problem.isFairest && problem.penalties.first != .infinity
    shares = hasShares ? CoverShares(problem) : nil
    isOpen = [Bool](repeating: false, count: problem.optionCount)
    multipliers = [Double](repeating: 0, count: shares?.count ?? problem.classCount)
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
    let before = penalties
    for kind in penalties.indices {
      penalties[kind] = problem.penalties[kind] * groups[Int(problem.classGroups[kind])]
    }
    for row in multipliers.indices {
      let kind = kind(of: row)
      let ratio = before[kind] > 0 ? penalties[kind] / before[kind] : 0
      multipliers[row] = min(multipliers[row] * ratio, penalties[kind])
    }
    groupMultipliers = groups
  }

  /// What each group of demands loses in the last solution, where classes are covered as their multipliers ask.
  mutating func groupLosses() -> [Double] {
    var losses = problem.lostShares
    for kind in openClasses where coverPrice(Int(kind)) >= penalties[Int(kind)] {
      losses[Int(problem.classGroups[Int(kind)])] += problem.penalties[Int(kind)]
    }
    return losses
  }

  /// What covering a class costs at the present multipliers.
  private mutating func coverPrice(_ kind: Int) -> Double {
    guard let shares else { return Double(residual[kind]) * multipliers[kind] }
    return choice.price(of: kind, need: residual[kind], shares, multipliers, isOpen)
  }

  /// The class of a multiplier.
  func kind(of row: Int) -> Int { shares.map { Int($0.classes[row]) } ?? row }

  /// The largest sensible multiplier of a row.
  func most(_ row: Int) -> Double {
    shares == nil ? penalties[row] / Double(max(1, residual[row])) : penalties[kind(of: row)]
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
    for option in isOpen.indices { isOpen[option] = false }
    for option in openOptions { isOpen[Int(option)] = true }
    openClasses.removeAll(keepingCapacity: true)
    for kind in 0..<problem.classCount where residual[kind] > 0 { openClasses.append(Int32(kind)) }
    if let shares {
      openRows.removeAll(keepingCapacity: true)
      for kind in openClasses { openRows += shares.shares(Int(kind)).map(Int32.init) }
    } else {
      openRows = openClasses
    }
    for row in multipliers.indices where residual[kind(of: row)] <= 0 { multipliers[row] = 0 }
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

  /// The bound at the present multipliers, rounded down by more than its sums can be wrong.
  mutating func evaluate(exactly: Bool) -> Double {
    var bound = constant
    for kind in openClasses {
      let kind = Int(kind)
      bound += min(penalties[kind], coverPrice(kind))
    }
    // Sums of n doubles are wrong by n roundings of the sum of their sizes at most (Higham, 2002).
    var error = Double(openClasses.count) * (abs(bound) + abs(constant))
    for group in groupMultipliers.indices { bound += groupMultipliers[group] * problem.lostShares[group] }
    for limit in rooms.indices where limit != main { bound -= limitMultipliers[limit] * rooms[limit] }
    reduce()
    var sizes = abs(bound)
    for option in openOptions {
      let price = problem.prices[Int(option)]
      let size = abs(price) + abs(price - reduced[Int(option)])
      sizes += size
      error += Double(problem.row(Int(option)).count) * size
    }
    error += Double(openOptions.count + rooms.count + 4) * sizes
    bound -= error * Double.ulpOfOne
    let room = main.map { rooms[$0] } ?? 0
    if exactly, knapsack.isExactAffordable(options: openOptions.count) {
      return bound + knapsack.exact(groups, values: reduced, room: room, x: &x)
    }
    fixingBound = bound + knapsack.relaxed(groups, values: reduced, room: room, x: &x)
    return fixingBound
  }

  /// The price of each open option less the worth of what it covers.
  private mutating func reduce() {
    for option in openOptions {
      let option = Int(option)
      var value = problem.prices[option]
      for limit in rooms.indices where limit != main {
        value += limitMultipliers[limit] * problem.limits[limit].uses[option]
      }
      if shares == nil {
        if problem.isSimple {
          for entry in problem.row(option) { value -= multipliers[Int(problem.rowClasses[entry])] }
        } else {
          for entry in problem.row(option) {
            let kind = Int(problem.rowClasses[entry])
            value -= Double(min(problem.rowStrengths[entry], residual[kind])) * multipliers[kind]
          }
        }
      }
      reduced[option] = value
    }
    guard let shares else { return }
    for kind in openClasses {
      for share in shares.shares(Int(kind)) where multipliers[share] != 0 {
        for place in shares.places(share) { reduced[Int(shares.options[place])] -= multipliers[share] }
      }
    }
  }

  /// Whether ``evaluate(exactly:)`` has a better answer than that with fractions.
  var hasExact: Bool { main != nil && knapsack.isExactAffordable(options: openOptions.count) }

  /// Writes the subgradient of the open rows into an array and returns that of the limits.
  mutating func subgradient(into gradient: inout [Double]) -> [Double] {
    if let shares {
      for kind in openClasses {
        let kind = Int(kind)
        for share in shares.shares(kind) { gradient[share] = 0 }
        if coverPrice(kind) < penalties[kind] {
          for (share, part) in choice.taken { gradient[share] = part }
        }
        for share in shares.shares(kind) {
          for place in shares.places(share) where isOpen[Int(shares.options[place])] {
            gradient[share] -= x[Int(shares.options[place])]
          }
        }
      }
    } else {
      for kind in openClasses {
        let kind = Int(kind)
        gradient[kind] = coverPrice(kind) < penalties[kind] ? Double(residual[kind]) : 0
      }
    }
    var limitGradient = rooms.map { -$0 }
    for option in openOptions where x[Int(option)] > 0 {
      let option = Int(option)
      let part = x[option]
      if shares == nil {
        for entry in problem.row(option) {
          let kind = Int(problem.rowClasses[entry])
          gradient[kind] -= part * Double(min(problem.rowStrengths[entry], residual[kind]))
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

  /// The limits besides the main one, and what is left of each.
  var sideLimits: [(index: Int, room: Double)] { rooms.indices.filter { $0 != main }.map { ($0, rooms[$0]) } }

  /// What each option takes of the main limit, and what is left of it.
  var mainLimit: (uses: [Double], room: Double)? { main.map { (problem.limits[$0].uses, rooms[$0]) } }
}
