/// A fractional list and the multipliers of classes, which move together, where every class has one multiplier.
///
/// Options and classes are the open ones of a relaxation, numbered in its order.
struct ClassPoint: PrimalDualPoint {
  private let classes: [Int32]
  private let prices: [Double]
  private let needs: [Double]
  /// What a multiplier is at most.
  private let most: [Double]
  private var rows = OptionRows()
  private var feasible: GroupProjection
  private var sides: SideLimits

  private var listSteps: [Double]
  private var multiplierSteps: [Double]
  /// How far multipliers move for a list's unit.
  private var weight: Double

  private var x: [Double]
  private var u: [Double]
  private var xSum: [Double]
  private var uSum: [Double]
  private var count = 0.0
  private var xStart: [Double]
  private var uStart: [Double]
  private var gradient: [Double]
  private var ahead: [Double]

  init(_ relaxation: Relaxation) {
    let problem = relaxation.problem
    let options = relaxation.openOptions
    classes = relaxation.openClasses
    var numbers = [Int32](repeating: -1, count: problem.classCount)
    for (number, kind) in classes.enumerated() { numbers[Int(kind)] = Int32(number) }
    prices = options.map { problem.prices[Int($0)] }
    needs = classes.map { Double(relaxation.residual[Int($0)]) }
    var columnSums = [Double](repeating: 0, count: classes.count)
    var rowSums = [Double](repeating: 0, count: options.count)
    for (number, option) in options.enumerated() {
      for entry in problem.row(Int(option)) {
        let kind = numbers[Int(problem.rowClasses[entry])]
        guard kind >= 0 else { continue }
        let strength = min(Double(problem.rowStrengths[entry]), needs[Int(kind)])
        rows.add(kind, problem.isSimple ? nil : strength)
        columnSums[Int(kind)] += strength
        rowSums[number] += strength
      }
      rows.endRow()
    }
    // Without a penalty no multiplier passes the price of the cheapest option that covers the class; groups and limits
    // can push it higher.
    var cheapest = [Double](repeating: .infinity, count: classes.count)
    for number in options.indices {
      rows.lower(&cheapest, by: number, price: relaxation.problem.prices[Int(options[number])])
    }
    let isBound = !problem.limits.isEmpty || relaxation.groups.count < options.count
    let most = zip(zip(classes, needs), cheapest).map { (kind, cheapest) in
      let penalty = relaxation.penalties[Int(kind.0)] / kind.1
      return penalty.isFinite ? penalty : cheapest * (isBound ? 10 : 1)
    }
    self.most = most
    sides = SideLimits(relaxation, rowSums: &rowSums)
    listSteps = rowSums.map { 1 / max($0, Rounding.leastDivisor) }
    multiplierSteps = columnSums.map { 1 / max($0, Rounding.leastDivisor) }
    feasible = GroupProjection(relaxation)
    u = zip(classes, most).map { min(relaxation.multipliers[Int($0)], $1) }
    x = options.map { relaxation.mean[Int($0)] }
    feasible.project(&x, steps: listSteps)
    weight = max(most.reduce(0, +) / Double(most.count), Rounding.leastDivisor)
    xSum = x.map { _ in 0 }
    uSum = u.map { _ in 0 }
    gradient = uSum
    xStart = x
    uStart = u
    ahead = x
  }

  mutating func step() {
    for kind in needs.indices { gradient[kind] = needs[kind] }
    swap(&x, &ahead)
    for option in x.indices {
      x[option] =
        ahead[option] - listSteps[option] / weight
        * (prices[option] + sides.price(of: option) - rows.worth(of: option, u))
    }
    feasible.project(&x, steps: listSteps)
    for option in x.indices {
      ahead[option] = 2 * x[option] - ahead[option]
      xSum[option] += x[option]
      if ahead[option] == 0 { continue }
      rows.cover(by: option, ahead[option], &gradient)
    }
    sides.step(ahead, weight: weight)
    for kind in u.indices {
      let moved = u[kind] + multiplierSteps[kind] * weight * gradient[kind]
      u[kind] = moved < 0 ? 0 : moved > most[kind] ? most[kind] : moved
      uSum[kind] += u[kind]
    }
    count += 1
  }

  func list(_ source: PrimalDualSource) -> [Double] {
    source == .last || count == 0 ? x : xSum.map { $0 / count }
  }

  private func multipliers(_ source: PrimalDualSource) -> [Double] {
    source == .last || count == 0 ? u : uSum.map { $0 / count }
  }

  func loss(_ source: PrimalDualSource) -> Double {
    let list = list(source)
    var open = needs
    var loss = sides.loss(list)
    for option in list.indices where list[option] > 0 {
      loss += prices[option] * list[option]
      rows.cover(by: option, list[option], &open)
    }
    for kind in open.indices where open[kind] > 0 { loss += open[kind] * most[kind] }
    return loss
  }

  func write(_ source: PrimalDualSource, to relaxation: inout Relaxation) {
    let values = multipliers(source)
    for (kind, value) in zip(classes, values) { relaxation.multipliers[Int(kind)] = value }
    sides.write(meanOf: source == .last || count == 0 ? nil : count, to: &relaxation)
  }

  mutating func restart(from source: PrimalDualSource) {
    (x, u) = (list(source), multipliers(source))
    let sideMove = sides.restart(meanOf: source == .last || count == 0 ? nil : count)
    func distance(_ a: [Double], _ b: [Double], _ steps: [Double]) -> Double {
      var sum = 0.0
      for index in a.indices { sum += (a[index] - b[index]) * (a[index] - b[index]) / steps[index] }
      return sum
    }
    let listMove = distance(x, xStart, listSteps)
    let multiplierMove = distance(u, uStart, multiplierSteps) + sideMove
    weight = balanced(weight, listMove: listMove.squareRoot(), multiplierMove: multiplierMove.squareRoot())
    (xStart, uStart) = (x, u)
    for index in xSum.indices { xSum[index] = 0 }
    for index in uSum.indices { uSum[index] = 0 }
    count = 0
  }
}
