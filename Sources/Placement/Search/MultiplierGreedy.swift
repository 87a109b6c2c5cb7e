/// A cover built greedily on the prices that the multipliers leave.
///
/// The score of an option is its price less the multipliers of what it would newly cover, divided by the number of those
/// classes when positive and multiplied by it when negative (Caprara, Fischetti and Toth, 1999); redundant options are
/// then dropped, the dearest first.
struct MultiplierGreedy {
  private let problem: CoverProblem
  private let multipliers: [Double]
  private let taken: [Int32]
  private let open: [Int32]

  init(_ relaxation: Relaxation) {
    problem = relaxation.problem
    multipliers = relaxation.multipliers
    taken = relaxation.taken
    open = relaxation.openOptions
  }

  /// A list that covers everything, unless groups or limits are in the way.
  func cover() -> [Int32] {
    var list = taken
    var levels = [Int32](repeating: 0, count: problem.classCount)
    var used = [Double](repeating: 0, count: problem.limits.count)
    var isGroupTaken = [Bool](repeating: false, count: problem.members.count)
    for option in taken { use(Int(option), &levels, &used, &isGroupTaken) }
    var openCount = levels.indices.count { levels[$0] < problem.needs[$0] }
    // What each open option still covers, and its price less those multipliers.
    var counts = [Int32](repeating: 0, count: problem.optionCount)
    var rests = problem.prices
    for option in open {
      for entry in problem.row(Int(option)) {
        let kind = Int(problem.rowClasses[entry])
        guard levels[kind] < problem.needs[kind] else { continue }
        counts[Int(option)] += 1
        rests[Int(option)] -= multipliers[kind]
      }
    }
    var isIn = [Bool](repeating: false, count: problem.optionCount)
    while openCount > 0 {
      var best: (score: Double, option: Int)?
      for option in open {
        let option = Int(option)
        guard counts[option] > 0, !isIn[option] else { continue }
        let rest = rests[option]
        let score = rest > 0 ? rest / Double(counts[option]) : rest * Double(counts[option])
        if let best, score >= best.score { continue }
        guard !isGroupTaken[Int(problem.groups[option])], problem.fits(option, used: used) else { continue }
        best = (score, option)
      }
      guard let best else { return list }
      isIn[best.option] = true
      list.append(Int32(best.option))
      for entry in problem.row(best.option) {
        let kind = Int(problem.rowClasses[entry])
        let before = levels[kind]
        levels[kind] += problem.rowStrengths[entry]
        guard before < problem.needs[kind], levels[kind] >= problem.needs[kind] else { continue }
        openCount -= 1
        for other in problem.column(kind) {
          let other = Int(problem.columnOptions[other])
          counts[other] -= 1
          rests[other] += multipliers[kind]
        }
      }
      isGroupTaken[Int(problem.groups[best.option])] = true
      for limit in used.indices { used[limit] += problem.limits[limit].uses[best.option] }
    }
    return withoutRedundant(list, &levels)
  }

  private func use(_ option: Int, _ levels: inout [Int32], _ used: inout [Double], _ isGroupTaken: inout [Bool]) {
    for entry in problem.row(option) { levels[Int(problem.rowClasses[entry])] += problem.rowStrengths[entry] }
    for limit in used.indices { used[limit] += problem.limits[limit].uses[option] }
    isGroupTaken[Int(problem.groups[option])] = true
  }

  private func withoutRedundant(_ list: [Int32], _ levels: inout [Int32]) -> [Int32] {
    var kept: [Int32] = []
    for option in list.sorted(by: { (-problem.prices[Int($0)], $0) < (-problem.prices[Int($1)], $1) }) {
      let isRedundant = problem.row(Int(option)).allSatisfy { entry in
        let kind = Int(problem.rowClasses[entry])
        return levels[kind] - problem.rowStrengths[entry] >= problem.needs[kind]
      }
      guard isRedundant else {
        kept.append(option)
        continue
      }
      for entry in problem.row(Int(option)) { levels[Int(problem.rowClasses[entry])] -= problem.rowStrengths[entry] }
    }
    return kept
  }
}
