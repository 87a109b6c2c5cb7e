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
