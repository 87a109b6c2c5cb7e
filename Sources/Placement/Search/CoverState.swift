/// A list of options under change, with what each further option would gain and what each chosen one is worth.
///
/// Gains are kept exact at every step: adding or removing an option visits the options of only those classes whose
/// state changes. A whole greedy therefore costs O(covers), with no need for the lazy evaluation by which Minoux (1978)
/// avoids to compute all gains again.
///
/// A class that needs more than one unit has, besides its weight, a small worth for each part of the way (`partWorth`), so
/// that the first of two necessary options is not worthless.
struct CoverState {
  let problem: CoverProblem
  /// What a covered class is worth to the search; the penalties, or the weights of a row-weighting search.
  private(set) var weights: [Double]
  private(set) var isChosen: [Bool]
  private(set) var chosen: [Int32] = []
  private var position: [Int32]
  /// The chosen option of each group; −1 for none.
  private(set) var groupChoice: [Int32]
  /// The sum of strengths at each class.
  private(set) var levels: [Int32]
  /// For an option that is not chosen what adding it gains, for a chosen one what removing it loses.
  private(set) var gains: [Double]
  /// What is used of each limit.
  private(set) var used: [Double]
  /// Σ weight of the classes that are not covered.
  private(set) var uncoveredWeight: Double
  /// Σ price of the chosen options.
  private(set) var price = 0.0

  /// The strength of all options of each class; 0 where they differ.
  private let commonStrengths: [Int32]
  /// The worth of the whole way to a need above one, as a part of the weight.
  private let partWorth: Double
  /// Little enough to decide between equals only.
  static let smallPartWorth = 0.02
  /// Enough to begin where several options are needed before anything is covered.
  static let largePartWorth = 0.4

  init(_ problem: CoverProblem, weights: [Double], partWorth: Double = smallPartWorth) {
    self.problem = problem
    self.partWorth = partWorth
    self.weights = weights
    commonStrengths = (0..<problem.classCount).map { kind in
      let strengths = problem.columnStrengths[problem.column(kind)]
      return strengths.allSatisfy { $0 == strengths.first } ? strengths.first ?? 0 : 0
    }
    isChosen = [Bool](repeating: false, count: problem.optionCount)
    position = [Int32](repeating: -1, count: problem.optionCount)
    groupChoice = [Int32](repeating: -1, count: problem.members.count)
    levels = [Int32](repeating: 0, count: problem.classCount)
    used = [Double](repeating: 0, count: problem.limits.count)
    uncoveredWeight = weights.reduce(0, +)
    gains = [Double](repeating: 0, count: problem.optionCount)
    for kind in 0..<problem.classCount { addContributions(of: kind, sign: 1) }
  }

  /// What a class is worth at a level.
  private func worth(_ kind: Int, _ level: Int32) -> Double {
    let need = problem.needs[kind]
    if level >= need { return weights[kind] }
    return level <= 0 || need == 1 ? 0 : weights[kind] * partWorth * Double(level) / Double(need)
  }

  /// Adds to the gain of every option what this class contributes to it at its present level and weight.
  private mutating func addContributions(of kind: Int, sign: Double) {
    let level = levels[kind]
    let need = problem.needs[kind]
    if need == 1 {
      let weight = sign * weights[kind]
      if level == 0 {
        for entry in problem.column(kind) { gains[Int(problem.columnOptions[entry])] += weight }
      } else if level == 1 {
        for entry in problem.column(kind) where isChosen[Int(problem.columnOptions[entry])] {
          gains[Int(problem.columnOptions[entry])] += weight
          return
        }
      }
      return
    }
    let here = worth(kind, level)
    for entry in problem.column(kind) {
      let option = Int(problem.columnOptions[entry])
      let strength = problem.columnStrengths[entry]
      if isChosen[option] {
        gains[option] += sign * (here - worth(kind, level - strength))
      } else if level < need {
        gains[option] += sign * (worth(kind, level + strength) - here)
      }
    }
  }

  /// Adds an option that is not chosen and whose group is free.
  mutating func add(_ option: Int) {
    change(option, sign: 1)
    position[option] = Int32(chosen.count)
    chosen.append(Int32(option))
    groupChoice[Int(problem.groups[option])] = Int32(option)
    price += problem.prices[option]
    for limit in used.indices { used[limit] += problem.limits[limit].uses[option] }
  }

  /// Removes a chosen option.
  mutating func remove(_ option: Int) {
    change(option, sign: -1)
    let place = Int(position[option])
    let last = chosen.removeLast()
    if Int(last) != option {
      chosen[place] = last
      position[Int(last)] = Int32(place)
    }
    position[option] = -1
    groupChoice[Int(problem.groups[option])] = -1
    price -= problem.prices[option]
    for limit in used.indices { used[limit] -= problem.limits[limit].uses[option] }
    if chosen.isEmpty {
      // Differences of sums leave rounding behind; an empty list uses nothing.
      price = 0
      for limit in used.indices { used[limit] = 0 }
    }
  }

  private mutating func change(_ option: Int, sign: Int32) {
    isChosen[option] = sign > 0
    // The option's own gain: what it gains when added is what it loses when removed, and the reverse.
    for entry in problem.row(option) {
      let kind = Int(problem.rowClasses[entry])
      let need = problem.needs[kind]
      let old = levels[kind]
      let new = old + sign * problem.rowStrengths[entry]
      levels[kind] = new
      if old < need && new >= need { uncoveredWeight -= weights[kind] }
      if old >= need && new < need { uncoveredWeight += weights[kind] }
      if need == 1 {
        changeSimple(kind, option, from: old, to: new)
      } else {
        changeGeneral(kind, option, strength: problem.rowStrengths[entry], from: old, to: new)
      }
    }
  }

  /// A class that needs one unit: only the levels 0 and 1 matter.
  private mutating func changeSimple(_ kind: Int, _ option: Int, from old: Int32, to new: Int32) {
    let weight = weights[kind]
    switch (old, new) {
    case (0, 1):
      for entry in problem.column(kind) { gains[Int(problem.columnOptions[entry])] -= weight }
      gains[option] += weight
    case (1, 0):
      for entry in problem.column(kind) { gains[Int(problem.columnOptions[entry])] += weight }
      gains[option] -= weight
    case (1, 2), (2, 1):
      // The other chosen one is no longer alone, or alone again.
      for entry in problem.column(kind) {
        let other = Int(problem.columnOptions[entry])
        if other != option, isChosen[other] {
          gains[other] += new == 1 ? weight : -weight
          break
        }
      }
    // Beside others the option gains nothing here, before and after.
    default: break
    }
  }

  private mutating func changeGeneral(_ kind: Int, _ option: Int, strength: Int32, from old: Int32, to new: Int32) {
    let need = problem.needs[kind]
    // Above the need by more than any strength nothing changes for anybody.
    if min(old, new) >= need + need { return }
    let before = worth(kind, old)
    let after = worth(kind, new)
    let common = commonStrengths[kind]
    if common > 0 {
      // All options of the class gain and lose alike.
      let gain = (worth(kind, new + common) - after) - (worth(kind, old + common) - before)
      let loss = (after - worth(kind, new - common)) - (before - worth(kind, old - common))
      if gain == 0, loss == 0 { return }
      let own = gains[option]
      for entry in problem.column(kind) {
        let other = Int(problem.columnOptions[entry])
        gains[other] += isChosen[other] ? loss : gain
      }
      gains[option] = own
      return
    }
    for entry in problem.column(kind) {
      let other = Int(problem.columnOptions[entry])
      if other == option { continue }
      let step = problem.columnStrengths[entry]
      if isChosen[other] {
        gains[other] += (after - worth(kind, new - step)) - (before - worth(kind, old - step))
      } else {
        gains[other] += (worth(kind, new + step) - after) - (worth(kind, old + step) - before)
      }
    }
  }

  /// Raises the weight of a class.
  mutating func raiseWeight(of kind: Int, by amount: Double) {
    addContributions(of: kind, sign: -1)
    weights[kind] += amount
    addContributions(of: kind, sign: 1)
    if levels[kind] < problem.needs[kind] { uncoveredWeight += amount }
  }

  /// Whether an option may be added: not chosen, its group free, within the limits.
  func canAdd(_ option: Int) -> Bool {
    !isChosen[option] && groupChoice[Int(problem.groups[option])] < 0 && problem.fits(option, used: used)
  }

  /// Removes everything and adds a list.
  mutating func replace(by list: [Int32]) {
    let wanted = Set(list)
    for option in chosen where !wanted.contains(option) { remove(Int(option)) }
    for option in list where !isChosen[Int(option)] { add(Int(option)) }
  }
}
