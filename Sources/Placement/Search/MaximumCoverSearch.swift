/// The course of a search for the largest cover: lists, bound, lists of the options that matter, branch and bound with
/// lists between.
struct MaximumCoverSearch {
  private let context: SearchContext
  /// Rounds of local search before the bound; counted, so that the answer does not depend on the machine.
  /// Where one option is enough the steps of the bound lead to better lists sooner.
  private static let firstRounds = (simple: 20, general: 200)
  /// Rounds among the options of the core: there are few, and rounds are short.
  private static let coreRounds = 400
  /// How near to the bound lists of the core may be, as a part of the way to the best list.
  private static let coreEdge = 0.04
  private static let laterRounds = 40
  /// The parts of a time limit after which the first bound begins, and after which lists wait for the second.
  private static let pauses = (first: 0.3, core: 0.6)

  init(_ context: SearchContext) { self.context = context }

  func run() {
    context.offer([])
    // Nobody covers more than everything.
    context.raise(bound: 0)
    if context.problem.optionCount == 0 || context.problem.classCount == 0 {
      return context.raise(bound: context.bestLoss)
    }
    context.pause(after: Self.pauses.first)
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
    context.pause(after: Self.pauses.core)
    var relaxation = Relaxation(context.problem)
    var decisions = Decisions(context.problem)
    var root = -Double.infinity
    if relaxation.shares == nil {
      relaxation.guessMultipliers()
      root = bound(&relaxation, resolution: 0.1) { look, relaxation in
        if look % 3 == 0 { improver.polish(relaxation.likelyList()) }
      }
      searchCore(&relaxation, root)
      improver.run(rounds: Self.laterRounds)
    }
    context.pause(after: nil)
    for round in 0..<2 {
      if context.mustStop { return }
      if round == 0, relaxation.shares != nil { relaxation.guessMultipliers() }
      root = max(
        root,
        bound(&relaxation, resolution: 0.02) { look, relaxation in
          if relaxation.shares != nil, look % 4 == 0 { improver.polish(relaxation.likelyList()) }
        })
      context.raise(bound: root)
      if relaxation.hasExact, !context.mustStop {
        let ascent = Ascent(start: 0.2, limit: 300, isExact: true)
        root = max(
          root,
          ascent.run(&relaxation, context) { relaxation, step in
            if step % 50 == 49 { improver.polish(relaxation.likelyList()) }
          })
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

  /// Raises the bound by primal-dual steps, and leaves the relaxation at the best multipliers.
  private func bound(
    _ relaxation: inout Relaxation, resolution: Double, onLook: (Int, Relaxation) -> Void
  ) -> Double {
    var looks = 0
    let bound = PrimalDual(resolution: resolution).run(&relaxation, context) { bound, relaxation in
      context.raise(bound: bound)
      looks += 1
      onLook(looks, relaxation)
    }
    context.raise(bound: bound)
    return bound
  }

  /// Searches among the options that lists near the bound are made of.
  private func searchCore(_ relaxation: inout Relaxation, _ root: Double) {
    if context.mustStop || root == -.infinity { return }
    _ = relaxation.evaluate(exactly: false)
    let edge = root + Self.coreEdge * (context.bestLoss - root)
    var improver = CoverImprover(context, among: relaxation.core(below: edge))
    improver.polish(relaxation.likelyList())
    improver.run(rounds: Self.coreRounds)
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
