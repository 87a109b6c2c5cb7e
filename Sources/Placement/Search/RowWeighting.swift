/// Local search for the cheapest cover by weights on rows.
///
/// From a cover the least useful option is removed; while something is uncovered, one option leaves and others come, each
/// for a random uncovered class, as long as the price in all stays below the best; classes that stay uncovered gain
/// weight, so that the search leaves every dead end. Source: Gao, Weise and Li, "A highly efficient and effective local search for
/// set covering by row weighting" (RWLS), in the form for unequal prices.
struct RowWeighting {
  private let context: SearchContext
  private var state: CoverState
  private var lastChange: [Int]
  private var step = 0
  /// Covers looked at since the clock was.
  private var work = 0
  /// The step in which an option of each class last came or left.
  private var lastTouch: [Int]
  private var uncovered: [Int32] = []
  private var place: [Int32]

  init(_ context: SearchContext) {
    self.context = context
    state = CoverState(context.problem, weights: [Double](repeating: 1, count: context.problem.classCount))
    lastTouch = [Int](repeating: 0, count: context.problem.classCount)
    lastChange = [Int](repeating: -1, count: context.problem.optionCount)
    place = [Int32](repeating: -1, count: context.problem.classCount)
    for kind in 0..<context.problem.classCount { noteChange(of: Int32(kind)) }
  }

  private var problem: CoverProblem { context.problem }

  /// Keeps the list of uncovered classes after the level of one may have changed.
  private mutating func noteChange(of kind: Int32) {
    let isOpen = state.levels[Int(kind)] < context.problem.needs[Int(kind)]
    if isOpen, place[Int(kind)] < 0 {
      place[Int(kind)] = Int32(uncovered.count)
      uncovered.append(kind)
    } else if !isOpen, place[Int(kind)] >= 0 {
      let hole = place[Int(kind)]
      let last = uncovered.removeLast()
      if last != kind {
        uncovered[Int(hole)] = last
        place[Int(last)] = hole
      }
      place[Int(kind)] = -1
    }
  }

  private mutating func add(_ option: Int) {
    state.add(option)
    lastChange[option] = step
    touchClasses(of: option)
  }

  /// Whether to end here; the clock is looked at as often as there is work for it.
  private var isToPause: Bool {
    mutating get {
      guard work > 20_000 else { return false }
      work = 0
      return context.mustPause
    }
  }

  private mutating func touchClasses(of option: Int) {
    work += 10 + problem.row(option).count
    for entry in problem.row(option) {
      noteChange(of: problem.rowClasses[entry])
      lastTouch[Int(problem.rowClasses[entry])] = step
    }
  }

  private mutating func remove(_ option: Int) {
    state.remove(option)
    lastChange[option] = step
    touchClasses(of: option)
  }

  /// A first cover by gain per price, without what is redundant.
  mutating func construct() {
    while !uncovered.isEmpty {
      var best: (score: Double, option: Int)?
      for option in state.gains.indices where state.gains[option] > 0 && state.canAdd(option) {
        let score = state.gains[option] / max(problem.prices[option], Rounding.leastDivisor)
        if score > best?.score ?? 0 { best = (score, option) }
      }
      guard let best else { break }
      add(best.option)
    }
    offer()
  }

  /// Starts again from a list.
  mutating func restart(from list: [Int32]) {
    for option in state.chosen { remove(Int(option)) }
    for option in list { add(Int(option)) }
    offer()
  }

  /// Drops what nothing needs, the dearest first, and offers a full cover.
  private mutating func offer() {
    guard uncovered.isEmpty else { return }
    let order = state.chosen.sorted { (-problem.prices[Int($0)], $0) < (-problem.prices[Int($1)], $1) }
    for option in order where state.gains[Int(option)] <= 0 { remove(Int(option)) }
    context.offer(state.chosen)
  }

  /// Some steps of the search.
  mutating func run(steps: Int) {
    var tabu: Int32 = -1
    for _ in 0..<steps {
      step += 1
      if isToPause { return }
      while uncovered.isEmpty {
        offer()
        guard let option = leastUseful(except: -1) else { return }
        remove(option)
      }
      if let option = leastUseful(except: tabu) { remove(option) }
      while !uncovered.isEmpty {
        if isToPause { return }
        let kind = Int(uncovered[context.random.index(below: uncovered.count)])
        work += problem.column(kind).count
        guard let option = mostUseful(for: kind) else { break }
        let rival = state.groupChoice[Int(problem.groups[option])]
        if rival >= 0 { remove(Int(rival)) }
        add(option)
        tabu = Int32(option)
      }
      for open in uncovered { state.raiseWeight(of: Int(open), by: 1) }
      work += uncovered.reduce(state.chosen.count) { $0 + problem.column(Int($1)).count }
    }
  }

  /// The chosen option that loses the least weight per price; of equals the one that has stayed longest.
  private func leastUseful(except tabu: Int32) -> Int? {
    var best: (score: Double, option: Int)?
    for option in state.chosen where option != tabu {
      let option = Int(option)
      let score = state.gains[option] / max(problem.prices[option], Rounding.leastDivisor)
      if let leader = best {
        guard score < leader.score || (score == leader.score && lastChange[option] < lastChange[leader.option])
        else { continue }
      }
      best = (score, option)
    }
    return best?.option
  }

  /// The option that covers a class, gains the most weight per price and keeps the price below the best.
  private func mostUseful(for kind: Int) -> Int? {
    var best: (score: Double, option: Int)?
    for entry in problem.column(kind) {
      let option = Int(problem.columnOptions[entry])
      guard !state.isChosen[option] else { continue }
      let rival = state.groupChoice[Int(problem.groups[option])]
      let freed = rival >= 0 ? problem.prices[Int(rival)] : 0
      guard state.price - freed + problem.prices[option] < context.bestLoss, lastChange[option] < step else { continue }
      // What left comes back only where something has changed since.
      guard problem.row(option).contains(where: { lastTouch[Int(problem.rowClasses[$0])] > lastChange[option] })
      else { continue }
      guard rival >= 0 || problem.fits(option, used: state.used) else { continue }
      let score = state.gains[option] / max(problem.prices[option], Rounding.leastDivisor)
      if let leader = best {
        guard score > leader.score || (score == leader.score && lastChange[option] < lastChange[leader.option])
        else { continue }
      }
      best = (score, option)
    }
    return best?.option
  }
}
