/// Greedy lists for the largest cover.
///
/// Sources: greedy by gain, Nemhauser, Wolsey and Fisher (1978); by gain per cost or the best single option, Khuller,
/// Moss and Naor, "The budgeted maximum coverage problem" (1999); random factors on the scores, after Feo and Resende,
/// "Greedy randomized adaptive search procedures" (1995).
struct Greedy {
  /// How much costs count: 0 scores by gain only, 1 by gain per cost.
  var costPower: Double
  /// Scores are multiplied by random factors from 1 − noise to 1.
  var noise = 0.0

  /// What an option takes of all limits, as the sum of the parts of each.
  static func burdens(_ problem: CoverProblem) -> [Double] {
    (0..<problem.optionCount).map { option in
      problem.limits.reduce(0) { $0 + ($1.most > 0 ? $1.uses[option] / $1.most : 0) }
    }
  }

  /// Adds options until nothing that fits gains.
  func fill(_ state: inout CoverState, burdens: [Double], random: inout RandomStream, except: Int32 = -1) {
    while let option = best(state, burdens: burdens, random: &random, except: except) { state.add(option) }
  }

  /// The option with the highest score; nil when none that fits gains.
  func best(
    _ state: CoverState, burdens: [Double], random: inout RandomStream, except: Int32 = -1
  ) -> Int? {
    var bestScore = 0.0
    var best: Int?
    let threshold = 1e-12 * state.uncoveredWeight
    for option in state.gains.indices where state.gains[option] > threshold {
      var score = state.gains[option]
      // A score without its noise is a bound of it.
      if costPower == 1 {
        score /= max(burdens[option], 1e-9)
      } else if costPower != 0 {
        score /= power(max(burdens[option], 1e-9))
      }
      guard score > bestScore, option != except, state.canAdd(option) else { continue }
      if noise > 0 { score *= 1 - noise * random.unit() }
      if score > bestScore {
        bestScore = score
        best = option
      }
    }
    return best
  }

  /// The cost to the power; the powers in use are 0, ½ and 1.
  private func power(_ burden: Double) -> Double { costPower == 0.5 ? burden.squareRoot() : burden }
}
