/// The multipliers of limits besides the main one, moved by primal-dual steps.
///
/// Each limit is scaled so that what an option takes of it weighs as much, on average, as what it covers.
struct SideLimits {
  private var limits: [Int] = []
  private var uses: [[Double]] = []
  private var rooms: [Double] = []
  private var scales: [Double] = []
  private var steps: [Double] = []
  private var prices: [Double] = []
  private var sums: [Double] = []
  private var starts: [Double] = []
  private var highest: [Double] = []

  /// - Parameter rowSums: What each open option covers; receives what it takes of the scaled limits as well.
  init(_ relaxation: Relaxation, rowSums: inout [Double]) {
    let mean = rowSums.reduce(0, +) / Double(max(1, rowSums.count))
    for (index, room) in relaxation.sideLimits {
      let raw = relaxation.openOptions.map { relaxation.problem.limits[index].uses[Int($0)] }
      let sum = raw.reduce(0, +)
      guard sum > room else { continue }
      let scale = max(mean, 1e-9) * Double(raw.count) / sum
      limits.append(index)
      uses.append(raw.map { $0 * scale })
      rooms.append(room * scale)
      scales.append(scale)
      steps.append(1 / (sum * scale))
      prices.append(relaxation.limitMultipliers[index] / scale)
    }
    for use in uses { for option in rowSums.indices { rowSums[option] += use[option] } }
    sums = prices.map { _ in 0 }
    starts = prices
    highest = prices
  }

  /// What an option pays for the limits.
  @inline(__always)
  func price(of option: Int) -> Double {
    var price = 0.0
    for limit in uses.indices { price += uses[limit][option] * prices[limit] }
    return price
  }

  /// Moves by what a list takes beyond the limits.
  mutating func step(_ list: [Double], weight: Double) {
    for limit in uses.indices {
      prices[limit] = max(0, prices[limit] + steps[limit] * weight * (use(limit, list) - rooms[limit]))
      sums[limit] += prices[limit]
      highest[limit] = max(highest[limit], prices[limit])
    }
  }

  private func use(_ limit: Int, _ list: [Double]) -> Double {
    var sum = 0.0
    for option in list.indices { sum += uses[limit][option] * list[option] }
    return sum
  }

  /// What a list loses by what it takes beyond the limits, at the highest prices so far.
  func loss(_ list: [Double]) -> Double {
    uses.indices.reduce(0) { $0 + 2 * highest[$1] * max(0, use($1, list) - rooms[$1]) }
  }

  /// Gives a relaxation the prices, or their mean over so many steps.
  func write(meanOf count: Double?, to relaxation: inout Relaxation) {
    for (place, limit) in limits.enumerated() {
      relaxation.limitMultipliers[limit] = (count.map { sums[place] / $0 } ?? prices[place]) * scales[place]
    }
  }

  /// Begins new means, at the old one when asked; returns the square of how far the prices have moved.
  mutating func restart(meanOf count: Double?) -> Double {
    if let count { prices = sums.map { $0 / count } }
    let moved = prices.indices.reduce(0) {
      $0 + (prices[$1] - starts[$1]) * (prices[$1] - starts[$1]) / steps[$1]
    }
    starts = prices
    sums = prices.map { _ in 0 }
    return moved
  }
}
