/// Best-first branch and bound over options, bounded by the Lagrangian relaxation.
struct BranchAndBound {
  private struct Node {
    var decisions: Decisions
    var bound: Double
    var multipliers: [Float]
    var mean: [Float]
    var limitMultipliers: [Double]
    var groupMultipliers: [Double]
    var branch: Int
  }

  /// Multipliers of open nodes may take so many numbers; nodes beyond that start from the root's.
  static let memoryLimit = 50_000_000

  private let context: SearchContext
  private var relaxation: Relaxation
  private let rootMultipliers: [Double]
  private var heap: [Node] = []

  init(_ context: SearchContext, _ relaxation: Relaxation) {
    self.context = context
    self.relaxation = relaxation
    rootMultipliers = relaxation.multipliers
  }

  /// Searches from the decisions at the root until the best is proven or the search must stop.
  ///
  /// - Parameters:
  ///   - improve: Called now and then to look for better lists by other means.
  ///   - polish: Called with lists near the relaxation's.
  mutating func run(root: Decisions, bound: Double, improve: () -> Void, polish: (Relaxation) -> Void) {
    context.phase = .branching
    relaxation.narrow(to: root)
    relaxation.enter(root)
    guard !relaxation.isInfeasible else { return context.raise(bound: .infinity) }
    _ = relaxation.evaluate(exactly: false)
    push(root, bound: bound)
    while let node = pop() {
      context.raise(bound: node.bound)
      if context.isClosed || context.isGapReached { return }
      if context.nodes >= context.search.nodeLimit || context.mustStop { return }
      context.nodes += 1
      // Nodes with shares take long.
      if context.nodes % (relaxation.shares == nil ? 20 : 2) == 0 { improve() }
      var left = node.decisions
      left.leave(node.branch)
      var taken = node.decisions
      taken.take(node.branch, context.problem)
      for decisions in [taken, left] {
        visit(decisions, from: node, polish: polish)
        if context.isStopped {
          // The node is not finished: its bound stands for both children.
          return
        }
      }
    }
    context.raise(bound: context.bestLoss)
  }

  private mutating func visit(_ start: Decisions, from node: Node, polish: (Relaxation) -> Void) {
    var decisions = start
    if context.problem.isFairest { relaxation.weigh(groups: node.groupMultipliers) }
    if node.multipliers.isEmpty {
      // Under other weights of groups the root's multipliers may pass their range; the first step brings them back.
      for row in rootMultipliers.indices {
        relaxation.multipliers[row] = min(rootMultipliers[row], relaxation.penalties[relaxation.kind(of: row)])
      }
    } else {
      for row in relaxation.multipliers.indices { relaxation.multipliers[row] = Double(node.multipliers[row]) }
      for option in relaxation.mean.indices { relaxation.mean[option] = Double(node.mean[option]) }
    }
    relaxation.limitMultipliers = node.limitMultipliers
    relaxation.enter(decisions)
    var best = node.bound
    for round in 0..<3 {
      if relaxation.isInfeasible { return }
      if relaxation.openOptions.isEmpty || relaxation.openClasses.isEmpty { return settle(decisions) }
      if PrimalDual.suits(relaxation) {
        best = max(best, PrimalDual(limit: 200, interval: 20, resolution: 0.2).run(&relaxation, context))
      } else {
        let ascent = Ascent(start: round == 0 ? 0.3 : 0.1, end: 0.02, patience: 5, limit: round == 0 ? 60 : 25)
        best = max(best, ascent.run(&relaxation, context))
      }
      if relaxation.hasExact, !context.isPruned(best) {
        let exact = Ascent(start: 0.05, end: 0.02, patience: 4, limit: 12, isExact: true)
        best = max(best, exact.run(&relaxation, context))
      }
      if context.isPruned(best) { return }
      _ = relaxation.evaluate(exactly: false)
      let fixed = relaxation.fix(&decisions, isPruned: context.isPruned)
      if fixed == 0 { break }
      relaxation.enter(decisions)
    }
    if relaxation.isInfeasible { return }
    if relaxation.openOptions.isEmpty || relaxation.openClasses.isEmpty { return settle(decisions) }
    if context.nodes % 4 == 0 { polish(relaxation) }
    if context.isPruned(best) { return }
    push(decisions, bound: best)
  }

  /// Nothing is open: the decisions are a list.
  private func settle(_ decisions: Decisions) {
    context.offer(decisions.states.indices.filter { decisions.states[$0] == 1 }.map(Int32.init))
  }

  /// Stores a node with the option on which it branches: one of much worth whose mean is near a half.
  private mutating func push(_ decisions: Decisions, bound: Double) {
    var branch: (score: Double, option: Int)?
    for option in relaxation.openOptions {
      let mean = relaxation.mean[Int(option)]
      let worth = max(0, context.problem.prices[Int(option)] - relaxation.reduced[Int(option)]).squareRoot()
      let score = (min(mean, 1 - mean) + 1e-3 * mean) * worth
      if score > branch?.score ?? -1 { branch = (score, Int(option)) }
    }
    guard let branch else { return settle(decisions) }
    let isRoom = (heap.count + 1) * (relaxation.multipliers.count + relaxation.mean.count) <= Self.memoryLimit
    let node = Node(
      decisions: decisions, bound: bound, multipliers: isRoom ? relaxation.multipliers.map(Float.init) : [],
      mean: isRoom ? relaxation.mean.map(Float.init) : [], limitMultipliers: relaxation.limitMultipliers,
      groupMultipliers: relaxation.groupMultipliers,
      branch: branch.option)
    heap.append(node)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].bound < heap[parent].bound else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() -> Node? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].bound < heap[least].bound {
        least = child
      }
      if least == parent { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
