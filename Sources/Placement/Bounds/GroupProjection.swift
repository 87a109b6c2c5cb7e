/// The nearest fractional list that takes at most one option per group and keeps one limit.
///
/// Distances of options count in inverse proportion to their steps.
struct GroupProjection {
  private var starts = [0]
  /// Places of options, group after group.
  private var members: [Int32] = []
  private var uses: [Double] = []
  private let room: Double
  private var lastPrice = 0.0
  private var scratch: [Double] = []

  init(_ relaxation: Relaxation) {
    // Open options stand in the order of their groups.
    var place: Int32 = 0
    for group in relaxation.groups {
      for _ in group {
        members.append(place)
        place += 1
      }
      starts.append(members.count)
    }
    if let limit = relaxation.mainLimit {
      uses = relaxation.openOptions.map { limit.uses[Int($0)] }
      room = limit.room
    } else {
      room = .infinity
    }
  }

  /// Projects a list in place; the limit is kept within a part of 1e-9.
  mutating func project(_ x: inout [Double], steps: [Double]) {
    if scratch.count != x.count { scratch = x }
    var (low, high) = (0.0, Double.infinity)
    // Most projections need nearly the price of the one before.
    var price = uses.isEmpty ? 0 : lastPrice
    for _ in 0..<100 {
      let (use, slope) = settle(x, at: price, steps: steps)
      if use <= room, price == 0 || use >= room * (1 - Rounding.relative) { break }
      if use > room { low = price } else { high = price }
      if high < .infinity, high - low <= 1e-14 * high { break }
      // Newton's step: use falls with the price, piece by piece in straight lines.
      price += slope > 0 ? (use - room) / slope * (use > room ? 1 + 1e-12 : 1) : .infinity
      if !(price > low && price < high) {
        price =
          use <= room && low == 0 && price <= 0
          ? 0 : high < .infinity ? (low + high) / 2 : max(2 * low, Rounding.leastDivisor)
      }
    }
    lastPrice = price
    swap(&x, &scratch)
  }

  /// The list within 0 … 1 and at most one per group at a price of the limit, into ``scratch``.
  ///
  /// - Returns: What it uses, and how fast that falls with the price.
  private mutating func settle(_ x: [Double], at price: Double, steps: [Double]) -> (use: Double, slope: Double) {
    var (total, slope) = (0.0, 0.0)
    let isLimited = !uses.isEmpty
    for group in 0..<(starts.count - 1) {
      let range = starts[group]..<starts[group + 1]
      var sum = 0.0
      for place in range {
        let use = isLimited ? uses[place] : 0
        let value = x[place] - steps[place] * price * use
        scratch[place] = value
        if value > 0 { sum += value < 1 ? value : 1 }
      }
      if range.count == 1 || sum <= 1 {
        for place in range {
          let value = scratch[place]
          if value <= 0 {
            scratch[place] = 0
            continue
          }
          scratch[place] = value < 1 ? value : 1
          if isLimited {
            total += scratch[place] * uses[place]
            if value < 1 { slope += steps[place] * uses[place] * uses[place] }
          }
        }
        continue
      }
      // The price of the group, by the options that stay above zero (Michelot, 1986).
      var groupPrice = 0.0
      while true {
        var (value, step) = (-1.0, 0.0)
        for place in range where scratch[place] > steps[place] * groupPrice {
          value += scratch[place]
          step += steps[place]
        }
        let next = value / step
        if next <= groupPrice * (1 + 1e-15) { break }
        groupPrice = next
      }
      var (step, first, second) = (0.0, 0.0, 0.0)
      for place in range {
        let value = scratch[place] - steps[place] * groupPrice
        scratch[place] = value < 0 ? 0 : value < 1 ? value : 1
        guard isLimited, value > 0 else { continue }
        total += scratch[place] * uses[place]
        step += steps[place]
        first += steps[place] * uses[place]
        second += steps[place] * uses[place] * uses[place]
      }
      if step > 0 { slope += second - first * first / step }
    }
    return (total, slope)
  }
}
