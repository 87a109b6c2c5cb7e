/// Exchanges of one option for another that lower the loss of the worst group.
struct WorstGroupExchange {
  private let context: SearchContext
  private let problem: CoverProblem
  private var levels: [Int32]

  /// The losses of all groups count a little beside the worst, so that equal lists are told apart.
  private static let meanPart = 1e-3

  init(_ context: SearchContext) {
    self.context = context
    problem = context.problem
    levels = [Int32](repeating: 0, count: problem.classCount)
  }

  /// What each group loses under a list.
  mutating func groupLosses(of list: [Int32]) -> [Double] {
    setLevels(list)
    var losses = problem.lostShares
    for kind in levels.indices where levels[kind] < problem.needs[kind] {
      losses[Int(problem.classGroups[kind])] += problem.penalties[kind]
    }
    return losses
  }

  /// Improves a list until no exchange helps, and offers it.
  mutating func improve(_ start: [Int32]) {
    var list = start
    var score = score(groupLosses(of: list))
    context.offer(list)
    while !context.mustStop {
      var best: (score: Double, list: [Int32])?
      for place in -1..<list.count {
        var rest = list
        if place >= 0 { rest.remove(at: place) }
        if context.mustStop { return }
        guard let found = bestAddition(to: rest), found.score < min(score, best?.score ?? .infinity) - 1e-12 else {
          continue
        }
        best = (found.score, rest + [found.option])
      }
      guard let best else { break }
      (score, list) = best
      context.offer(list)
    }
  }

  /// Starts again from the best list without some of its options.
  mutating func disturb() {
    guard var list = context.best, !list.isEmpty else { return }
    for _ in 0...context.random.index(below: min(3, list.count)) where !list.isEmpty {
      list.remove(at: context.random.index(below: list.count))
    }
    improve(list)
  }

  private func score(_ losses: [Double]) -> Double {
    (losses.max() ?? 0) + Self.meanPart * losses.reduce(0, +) / Double(max(1, losses.count))
  }

  private mutating func setLevels(_ list: [Int32]) {
    for kind in levels.indices { levels[kind] = 0 }
    for option in list {
      for entry in problem.row(Int(option)) { levels[Int(problem.rowClasses[entry])] += problem.rowStrengths[entry] }
    }
  }

  /// The option whose addition gives the best score within the limits.
  private mutating func bestAddition(to list: [Int32]) -> (score: Double, option: Int32)? {
    let losses = groupLosses(of: list)
    let used = problem.limits.map { limit in list.reduce(0) { $0 + limit.uses[Int($1)] } }
    let takenGroups = Set(list.map { problem.groups[Int($0)] })
    var best: (score: Double, option: Int32)?
    for option in 0..<problem.optionCount
    where !takenGroups.contains(problem.groups[option]) && problem.fits(option, used: used) {
      var after = losses
      for entry in problem.row(option) {
        let kind = Int(problem.rowClasses[entry])
        if levels[kind] < problem.needs[kind], levels[kind] + problem.rowStrengths[entry] >= problem.needs[kind] {
          after[Int(problem.classGroups[kind])] -= problem.penalties[kind]
        }
      }
      let found = score(after)
      if found < best?.score ?? .infinity { best = (found, Int32(option)) }
    }
    return best
  }
}
