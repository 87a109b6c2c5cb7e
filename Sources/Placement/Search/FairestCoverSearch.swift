/// The course of a search for the best share of the worst group.
///
/// Lists come from the largest cover under weights that move to the groups that lose most, and from exchanges that
/// improve the worst group itself.
struct FairestCoverSearch {
  private let context: SearchContext
  private static let rounds = 16

  init(_ context: SearchContext) { self.context = context }

  func run() {
    context.offer([])
    let problem = context.problem
    if problem.optionCount == 0 || problem.classCount == 0 { return context.raise(bound: context.bestLoss) }
    // Nothing brings back what is lost in any case.
    context.raise(bound: problem.lostShares.max() ?? 0)
    var exchange = WorstGroupExchange(context)
    let weights = sweepWeights(&exchange)

    context.phase = .bounding
    var relaxation = Relaxation(problem)
    relaxation.weigh(groups: weights)
    relaxation.guessMultipliers()
    var decisions = Decisions(problem)
    var root = Ascent().run(&relaxation, context) { relaxation, step in
      if step % 50 == 49 { exchange.improve(relaxation.likelyList()) }
    }
    context.raise(bound: root)
    if relaxation.hasExact, !context.mustStop {
      root = max(root, Ascent(start: 0.2, limit: 200, isExact: true).run(&relaxation, context))
      context.raise(bound: root)
    }
    if context.mustStop { return }
    _ = relaxation.evaluate(exactly: false)
    _ = relaxation.fix(&decisions, isPruned: context.isPruned)
    var tree = BranchAndBound(context, relaxation)
    tree.run(
      root: decisions, bound: root, improve: { exchange.disturb() }, polish: { exchange.improve($0.likelyList()) })
  }

  /// Lists under weights of groups, which move from round to round to what loses most; returns the last weights.
  private func sweepWeights(_ exchange: inout WorstGroupExchange) -> [Double] {
    let problem = context.problem
    var weights = problem.lostShares.map { _ in 1.0 }
    for _ in 0..<Self.rounds {
      let classWeights = problem.penalties.indices.map { problem.penalties[$0] * weights[Int(problem.classGroups[$0])] }
      var improver = CoverImprover(context, weights: classWeights)
      let list = improver.construct()
      exchange.improve(list)
      if context.mustStop { break }
      let losses = exchange.groupLosses(of: list)
      let worst = losses.max() ?? 0
      for group in weights.indices { weights[group] /= 1 + 2 * (worst - losses[group]) }
    }
    let sum = weights.reduce(0, +)
    return weights.map { max($0 / sum, 1e-6) }.normalized
  }
}

extension [Double] {
  /// The same proportions with the sum 1.
  fileprivate var normalized: [Double] {
    let sum = reduce(0, +)
    return map { $0 / sum }
  }
}

/// Exchanges of one option for another that lower the loss of the worst group.
struct WorstGroupExchange {
  private let context: SearchContext
  private let problem: CoverProblem
  private var levels: [Int32]

  /// The losses of all groups count a little in addition to the worst, so that equal lists are distinguished.
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
