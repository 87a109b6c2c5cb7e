/// A fractional list and the multipliers of shares, which move together, for classes that need several units
/// (see ``Relaxation``, ``PrimalDual``).
///
/// The multiplier of a share is strength·a − b, with one a per class and one b ≥ 0 per share; needs are scaled to 1. A class
/// then pays a − Σ b, and after each step a and b go to the nearest that have 0 ≤ b ≤ strength·a and a − Σ b ≤ penalty.
struct SharePoint: PrimalDualPoint {
  private struct Open {
    var kind: Int32
    var penalty: Double
    /// No share need be paid more than the penalty.
    var most: Double
    var step: Double
    var shares: Range<Int>
  }

  private var classes: [Open] = []
  /// Of the open shares: number in the relaxation, strength, step of b, and where its options begin.
  private var numbers: [Int32] = []
  private var strengths: [Double] = []
  private var shareSteps: [Double] = []
  private var optionStarts: [Int32] = [0]
  private var options: [Int32] = []

  private let prices: [Double]
  private var feasible: GroupProjection
  private var sides: SideLimits
  private var listSteps: [Double]
  private var weight: Double

  private var x: [Double]
  private var xSum: [Double]
  private var xStart: [Double]
  private var ahead: [Double]
  /// What multipliers pay for each option.
  private var worth: [Double]
  private var a: [Double]
  private var aSum: [Double]
  private var aStart: [Double]
  private var b: [Double]
  private var bSum: [Double]
  private var bStart: [Double]
  private var count = 0.0
  private var projection = ShareProjection()

  init(_ relaxation: Relaxation, _ shares: CoverShares) {
    let problem = relaxation.problem
    var places = [Int32](repeating: -1, count: problem.optionCount)
    for (place, option) in relaxation.openOptions.enumerated() { places[Int(option)] = Int32(place) }
    prices = relaxation.openOptions.map { problem.prices[Int($0)] }
    var rowSums = prices.map { _ in 0.0 }
    a = []
    b = []
    var penaltySum = 0.0
    for kind in relaxation.openClasses {
      let need = relaxation.residual[Int(kind)]
      let first = strengths.count
      var columnSum = 0.0
      var reach: Int64 = 0
      for share in shares.shares(Int(kind)) {
        let before = options.count
        let strength = min(1, Double(shares.strengths[share]) / Double(need))
        for place in shares.places(share) {
          let option = places[Int(shares.options[place])]
          guard option >= 0 else { continue }
          options.append(option)
          columnSum += strength
        }
        guard options.count > before else { continue }
        reach += Int64(min(shares.strengths[share], need))
        numbers.append(Int32(share))
        strengths.append(strength)
        shareSteps.append(1 / Double(options.count - before))
        optionStarts.append(Int32(options.count))
      }
      guard reach >= Int64(need) else {
        // Nothing covers it any more: it pays its penalty whatever the multipliers are.
        numbers.removeSubrange(first...)
        strengths.removeSubrange(first...)
        shareSteps.removeSubrange(first...)
        optionStarts.removeSubrange((first + 1)...)
        let kept = Int(optionStarts[first])
        options.removeSubrange(kept...)
        continue
      }
      for share in first..<strengths.count {
        for entry in Int(optionStarts[share])..<Int(optionStarts[share + 1]) {
          rowSums[Int(options[entry])] += strengths[share] + 1
        }
      }
      let penalty = relaxation.penalties[Int(kind)]
      penaltySum += penalty
      let most = penalty / (strengths[first...].min() ?? 1)
      classes.append(
        Open(kind: kind, penalty: penalty, most: most, step: 1 / columnSum, shares: first..<strengths.count))
      // The a that the multipliers stand for: shares in order of price per strength, up to the need.
      var unitPrices: [(price: Double, strength: Double)] = []
      for share in first..<strengths.count {
        unitPrices.append((relaxation.multipliers[Int(numbers[share])] / strengths[share], strengths[share]))
      }
      unitPrices.sort { $0 < $1 }
      var left = 1.0
      var level = 0.0
      for (price, strength) in unitPrices where left > 1e-12 {
        level = price
        left -= strength
      }
      a.append(level)
      for share in first..<strengths.count {
        b.append(max(0, strengths[share] * level - relaxation.multipliers[Int(numbers[share])]))
      }
    }
    sides = SideLimits(relaxation, rowSums: &rowSums)
    listSteps = rowSums.map { 1 / max($0, Rounding.leastDivisor) }
    var projection = GroupProjection(relaxation)
    x = relaxation.openOptions.map { relaxation.mean[Int($0)] }
    projection.project(&x, steps: listSteps)
    feasible = projection
    weight = max(penaltySum / Double(max(1, classes.count)), Rounding.leastDivisor)
    xSum = x.map { _ in 0 }
    ahead = x
    worth = xSum
    xStart = x
    aSum = a.map { _ in 0 }
    aStart = a
    bSum = b.map { _ in 0 }
    bStart = b
    payOptions()
  }

  /// Sets ``worth`` from the multipliers.
  private mutating func payOptions() {
    for option in worth.indices { worth[option] = 0 }
    for (place, open) in classes.enumerated() {
      for share in open.shares {
        let value = strengths[share] * a[place] - b[share]
        guard value > 0 else { continue }
        for entry in Int(optionStarts[share])..<Int(optionStarts[share + 1]) { worth[Int(options[entry])] += value }
      }
    }
  }

  mutating func step() {
    swap(&ahead, &x)
    for option in x.indices {
      x[option] =
        ahead[option] - listSteps[option] / weight * (prices[option] + sides.price(of: option) - worth[option])
    }
    feasible.project(&x, steps: listSteps)
    for option in x.indices {
      ahead[option] = 2 * x[option] - ahead[option]
      xSum[option] += x[option]
      worth[option] = 0
    }
    sides.step(ahead, weight: weight)
    for place in classes.indices {
      let open = classes[place]
      var cover = 0.0
      projection.begin()
      for share in open.shares {
        var part = 0.0
        for entry in Int(optionStarts[share])..<Int(optionStarts[share + 1]) { part += ahead[Int(options[entry])] }
        guard part != 0 || b[share] > 0 else { continue }
        cover += strengths[share] * part
        let step = shareSteps[share] * weight
        projection.add(share, b[share] + step * (part - 1), step: step, strength: strengths[share])
      }
      let step = open.step * weight
      a[place] = projection.solve(a[place] + step * (1 - cover), step: step, penalty: open.penalty, most: open.most, &b)
      aSum[place] += a[place]
      guard a[place] > 0 else { continue }
      for share in open.shares {
        bSum[share] += b[share]
        let value = strengths[share] * a[place] - b[share]
        guard value > 0 else { continue }
        for entry in Int(optionStarts[share])..<Int(optionStarts[share + 1]) { worth[Int(options[entry])] += value }
      }
    }
    count += 1
  }

  func list(_ source: PrimalDualSource) -> [Double] { isLast(source) ? x : xSum.map { $0 / count } }

  private func isLast(_ source: PrimalDualSource) -> Bool { source == .last || count == 0 }

  func loss(_ source: PrimalDualSource) -> Double {
    let list = list(source)
    var loss = sides.loss(list)
    for option in list.indices { loss += prices[option] * list[option] }
    var parts: [(part: Double, strength: Double)] = []
    for open in classes {
      parts.removeAll(keepingCapacity: true)
      for share in open.shares {
        var part = 0.0
        for entry in Int(optionStarts[share])..<Int(optionStarts[share + 1]) { part += list[Int(options[entry])] }
        if part > 0 { parts.append((part, strengths[share])) }
      }
      // The largest z with Σ strength·min(part, z) ≥ z, from above by Newton's steps.
      var z = 1.0
      for _ in 0..<100 {
        var (excess, slope) = (-z, -1.0)
        for (part, strength) in parts {
          excess += strength * min(part, z)
          if part > z { slope += strength }
        }
        if excess >= -1e-12 || slope >= 0 { break }
        z -= excess / slope
      }
      loss += open.penalty * (1 - max(0, z))
    }
    return loss
  }

  func write(_ source: PrimalDualSource, to relaxation: inout Relaxation) {
    let divisor = isLast(source) ? 1 : count
    for (place, open) in classes.enumerated() {
      let level = (isLast(source) ? a[place] : aSum[place]) / divisor
      for share in open.shares {
        let part = (isLast(source) ? b[share] : bSum[share]) / divisor
        relaxation.multipliers[Int(numbers[share])] = max(0, strengths[share] * level - part)
      }
    }
    sides.write(meanOf: isLast(source) ? nil : count, to: &relaxation)
  }

  mutating func restart(from source: PrimalDualSource) {
    let mean = isLast(source) ? nil : count
    x = list(source)
    if let mean {
      a = aSum.map { $0 / mean }
      b = bSum.map { $0 / mean }
    }
    var listMove = 0.0
    for option in x.indices {
      listMove += (x[option] - xStart[option]) * (x[option] - xStart[option]) / listSteps[option]
    }
    var multiplierMove = sides.restart(meanOf: mean)
    for (place, open) in classes.enumerated() {
      multiplierMove += (a[place] - aStart[place]) * (a[place] - aStart[place]) / open.step
      for share in open.shares {
        multiplierMove += (b[share] - bStart[share]) * (b[share] - bStart[share]) / shareSteps[share]
      }
    }
    weight = balanced(weight, listMove: listMove.squareRoot(), multiplierMove: multiplierMove.squareRoot())
    (xStart, aStart, bStart) = (x, a, b)
    for option in xSum.indices { xSum[option] = 0 }
    for place in aSum.indices { aSum[place] = 0 }
    for share in bSum.indices { bSum[share] = 0 }
    count = 0
    payOptions()
  }
}
