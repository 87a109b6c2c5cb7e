/// The course of a search for the cheapest cover.
struct CheapestCoverSearch {
  private let context: SearchContext
  private static let firstSteps = 20_000
  private static let laterSteps = 2000
  /// The part of a time limit after which the bound begins.
  private static let firstPause = 0.4

  init(_ context: SearchContext) { self.context = context }

  func run() {
    if context.problem.classCount == 0 {
      context.offer([])
      return context.raise(bound: context.bestLoss)
    }
    context.raise(bound: 0)
    context.pause(after: Self.firstPause)
    var rows = RowWeighting(context)
    rows.construct()
    rows.run(steps: min(Self.firstSteps, 20 * context.problem.optionCount))

    context.phase = .bounding
    context.pause(after: nil)
    var relaxation = Relaxation(context.problem)
    var decisions = Decisions(context.problem)
    if relaxation.isInfeasible { return context.raise(bound: .infinity) }
    relaxation.guessMultipliers()
    var root = 0.0
    for _ in 0..<3 {
      root = max(
        root,
        Ascent().run(&relaxation, context) { relaxation, step in
          if step % 5 == 4 { context.offer(MultiplierGreedy(relaxation).cover()) }
        })
      root = max(
        root, PrimalDual(resolution: 0.02).run(&relaxation, context) { bound, _ in context.raise(bound: bound) })
      context.raise(bound: root)
      if context.mustStop { return }
      _ = relaxation.evaluate(exactly: false)
      let fixed = relaxation.fix(&decisions, isPruned: context.isPruned)
      if fixed == 0 { break }
      relaxation.enter(decisions)
      if relaxation.isInfeasible { return context.raise(bound: .infinity) }
    }
    if context.isGapReached { return }
    if let best = context.best { rows.restart(from: best) }
    rows.run(steps: min(Self.laterSteps, 20 * context.problem.optionCount))
    var tree = BranchAndBound(context, relaxation)
    tree.run(
      root: decisions, bound: root,
      improve: { rows.run(steps: min(Self.laterSteps, 20 * context.problem.optionCount)) },
      polish: { context.offer(MultiplierGreedy($0).cover()) })
  }
}
