/// The course of a search for the largest cover: lists, bound, branch and bound with lists between.
struct MaximumCoverSearch {
  private let context: SearchContext
  /// Rounds of local search before the bound; counted, so that the answer does not depend on the machine.
  /// Where several options are needed rounds are longer, and the bound needs the time more.
  private static let firstRounds = (simple: 400, general: 200)
  private static let laterRounds = 40

  init(_ context: SearchContext) { self.context = context }

  func run() {
    context.offer([])
    // Nobody covers more than everything.
    context.raise(bound: 0)
    if context.problem.optionCount == 0 || context.problem.classCount == 0 {
      return context.raise(bound: context.bestLoss)
    }
    var improver = CoverImprover(context)
    improver.construct()
    let rounds = min(
      context.problem.isSimple ? Self.firstRounds.simple : Self.firstRounds.general, context.problem.optionCount)
    // Where several options are needed before anything is covered, the first of them must be worth something.
    var pairing: CoverImprover?
    if !context.problem.isSimple {
      pairing = CoverImprover(context, partWorth: CoverState.largePartWorth)
      pairing?.construct()
      pairing?.run(rounds: rounds / 2)
    }
    improver.run(rounds: rounds)

    if context.mustStop { return }

    context.phase = .bounding
    var relaxation = Relaxation(context.problem)
    var decisions = Decisions(context.problem)
    var root = -Double.infinity
    let polish: (inout Relaxation, Int) -> Void = { relaxation, step in
      if step % 50 == 49 { improver.polish(relaxation.likelyList()) }
    }
    for round in 0..<2 {
      if round == 0 { relaxation.guessMultipliers() }
      if relaxation.shares == nil { root = max(root, Ascent().run(&relaxation, context, onStep: polish)) }
      var looks = 0
      root = max(
        root,
        PrimalDual(resolution: 0.02).run(&relaxation, context) { bound, relaxation in
          context.raise(bound: bound)
          looks += 1
          if relaxation.shares != nil, looks % 4 == 0 { improver.polish(relaxation.likelyList()) }
        })
      context.raise(bound: root)
      if relaxation.hasExact, !context.mustStop {
        root = max(root, Ascent(start: 0.2, limit: 300, isExact: true).run(&relaxation, context, onStep: polish))
        context.raise(bound: root)
      }
      if context.mustStop { return }
      _ = relaxation.evaluate(exactly: false)
      let fixed = relaxation.fix(&decisions, isPruned: context.isPruned)
      if fixed == 0 { break }
      relaxation.enter(decisions)
      if relaxation.isInfeasible { return context.raise(bound: .infinity) }
      improver.run(rounds: Self.laterRounds)
      pairing?.run(rounds: Self.laterRounds)
    }
    if context.isGapReached { return }
    var tree = BranchAndBound(context, relaxation)
    tree.run(
      root: decisions, bound: root,
      improve: {
        improver.run(rounds: Self.laterRounds)
        pairing?.run(rounds: Self.laterRounds)
      },
      polish: { improver.polish($0.likelyList()) })
  }
}

extension Relaxation {
  /// First multipliers: each class shares its worth among the options that cover it.
  mutating func guessMultipliers() {
    for row in openRows {
      let row = Int(row)
      let kind = kind(of: row)
      let count = Double(problem.column(kind).count)
      let most = penalties[kind] / Double(residual[kind])
      if let shares {
        multipliers[row] = most * Double(min(residual[kind], shares.strengths[row])) / max(1, count.squareRoot())
      } else if most.isFinite {
        multipliers[row] = most / max(1, count.squareRoot())
      } else {
        // Beasley: the least price per class among the options that cover it.
        multipliers[row] = problem.column(kind).reduce(Double.infinity) { least, entry in
          let option = Int(problem.columnOptions[entry])
          return min(least, problem.prices[option] / Double(max(1, problem.row(option).count)))
        }
      }
    }
  }

  /// The options that the solutions of the relaxation choose more often than not, as far as they fit.
  func likelyList() -> [Int32] {
    var list = taken
    var used = problem.limits.map { limit in taken.reduce(0) { $0 + limit.uses[Int($1)] } }
    var takenGroups = Set(taken.map { problem.groups[Int($0)] })
    for option in openOptions.filter({ mean[Int($0)] > 0.3 }).sorted(by: { (-mean[Int($0)], $0) < (-mean[Int($1)], $1) }
    )
    where problem.fits(Int(option), used: used) && takenGroups.insert(problem.groups[Int(option)]).inserted {
      list.append(option)
      for limit in used.indices { used[limit] += problem.limits[limit].uses[Int(option)] }
    }
    return list
  }
}
