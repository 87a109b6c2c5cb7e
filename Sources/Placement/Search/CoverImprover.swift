/// Local search for the largest cover: add, drop and swap, again and again from disturbed lists.
///
/// A step drops one chosen option and fills the room greedily, by gain or by gain per cost: that holds the swap of one
/// for one, of one for several and of a type for another at the same site. A round disturbs the list by dropping a few
/// options and filling with random factors, improves it, and goes on from it unless it is much worse (iterated local
/// search: Lourenço, Martin and Stützle, 2003).
struct CoverImprover {
  private let context: SearchContext
  private var state: CoverState
  private let burdens: [Double]
  private var current: [Int32] = []
  private var currentLoss = Double.infinity
  private var roundsWithoutGain = 0
  /// The best list of its own, where lists of others may hold options that are not known here; nil elsewhere.
  private var own: (list: [Int32], loss: Double)?

  /// - Parameters:
  ///   - weights: What covering each class is worth; the penalties when nothing else is given.
  ///   - part: The options to search among; all when nothing else is given. The search then goes on from a list of its own.
  init(
    _ context: SearchContext, weights: [Double]? = nil, partWorth: Double = CoverState.smallPartWorth,
    among part: [Bool]? = nil
  ) {
    self.context = context
    own = part == nil ? nil : ([], .infinity)
    let problem = part.map(context.problem.restricted) ?? context.problem
    state = CoverState(problem, weights: weights ?? problem.penalties, partWorth: partWorth)
    burdens = Greedy.burdens(context.problem)
  }

  private var loss: Double { state.uncoveredWeight + state.price }

  /// The first lists: by gain per cost, by gain, between them, and the best single option with what still fits.
  ///
  /// - Returns: The best of them.
  @discardableResult
  mutating func construct() -> [Int32] {
    for power in [1, 0, 0.5] {
      state.replace(by: [])
      Greedy(costPower: power).fill(&state, burdens: burdens, random: &context.random)
      improve()
      take()
      if context.mustPause { break }
    }
    return current
  }

  /// Improves a list from elsewhere.
  mutating func polish(_ list: [Int32]) {
    state.replace(by: list)
    Greedy(costPower: 1).fill(&state, burdens: burdens, random: &context.random)
    improve()
    take()
  }

  /// Some rounds of disturbing and improving.
  mutating func run(rounds: Int) {
    if current.isEmpty || bestLoss < currentLoss - Rounding.relative * max(1, currentLoss) { goToBest() }
    for _ in 0..<rounds {
      if context.mustPause { return }
      state.replace(by: current)
      disturb()
      improve()
      let found = loss
      let margin = currentLoss * 0.002 * context.random.unit()
      if found < currentLoss - Rounding.relative * max(1, currentLoss) {
        roundsWithoutGain = 0
      } else {
        roundsWithoutGain += 1
      }
      if found <= currentLoss + margin {
        current = state.chosen
        currentLoss = found
      }
      if offer() { roundsWithoutGain = 0 }
      if roundsWithoutGain > 150 {
        goToBest()
        roundsWithoutGain = 0
      }
    }
  }

  private var bestLoss: Double { own?.loss ?? context.bestLoss }

  private mutating func goToBest() {
    guard let best = own?.list ?? context.best else { return }
    (current, currentLoss) = (best, bestLoss)
  }

  /// - Returns: Whether it is the best of all lists.
  @discardableResult
  private mutating func offer() -> Bool {
    if let own, loss < own.loss { self.own = (state.chosen, loss) }
    return context.offer(state.chosen)
  }

  private mutating func take() {
    offer()
    if loss < currentLoss {
      current = state.chosen
      currentLoss = loss
    }
  }

  /// Drops a few options, at times neighbours of each other, and fills the room by random scores.
  private mutating func disturb() {
    guard !state.chosen.isEmpty else { return }
    let most = max(1, min(state.chosen.count, 4 + state.chosen.count / 8))
    let count = 1 + context.random.index(below: most)
    for _ in 0..<count where !state.chosen.isEmpty {
      state.remove(Int(state.chosen[context.random.index(below: state.chosen.count)]))
    }
    let power = [0, 0.5, 1][context.random.index(below: 3)]
    let noise = [0.1, 0.3, 0.6][context.random.index(below: 3)]
    Greedy(costPower: power, noise: noise).fill(&state, burdens: burdens, random: &context.random)
    Greedy(costPower: 0).fill(&state, burdens: burdens, random: &context.random)
  }

  /// Drops each option in turn and fills its room, keeps what is better, until nothing is.
  private mutating func improve() {
    let fills = state.used.count == 1 && context.problem.limits[0].isCount ? [0.0] : [0.0, 1.0]
    var isBetter = true
    while isBetter, !context.mustPause {
      isBetter = false
      // The least valuable first: they are the likeliest to be replaced.
      for option in state.chosen.sorted(by: { (state.gains[Int($0)], $0) < (state.gains[Int($1)], $1) }) {
        guard state.isChosen[Int(option)] else { continue }
        if context.mustPause { return }
        for power in fills where tryDropping(option, power: power) {
          isBetter = true
          break
        }
      }
    }
  }

  private mutating func tryDropping(_ option: Int32, power: Double) -> Bool {
    let before = loss
    let room = state.chosen.filter { $0 != option }
    state.remove(Int(option))
    Greedy(costPower: power).fill(&state, burdens: burdens, random: &context.random, except: option)
    if loss < before - Rounding.relative * max(1, before) { return true }
    for added in state.chosen.dropFirst(room.count) { state.remove(Int(added)) }
    state.add(Int(option))
    return false
  }
}
