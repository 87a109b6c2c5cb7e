/// The nearest multipliers of one class that it may pay: 0 ≤ b ≤ strength·a for each share,
/// a − Σ b ≤ penalty, and a ≤ most.
///
/// Distances count in inverse proportion to the steps. With a price t of the last condition, every b is its start plus
/// step·t within its range, and a follows from the shares at the end of theirs; both are piecewise linear in t, so
/// Newton's steps end.
struct ShareProjection {
  private struct Share {
    var number: Int
    var start: Double
    var step: Double
    var strength: Double
  }

  private var shares: [Share] = []

  mutating func begin() { shares.removeAll(keepingCapacity: true) }

  /// Adds a share of which the list takes a part, or whose b is above zero: no other can be above zero after the step.
  @inline(__always)
  mutating func add(_ number: Int, _ start: Double, step: Double, strength: Double) {
    shares.append(Share(number: number, start: start, step: step, strength: strength))
  }

  /// The price of the last condition is hardly ever larger: it is a mean of what parts of a list lack of 1.
  private static let highestPrice = 2.0

  /// Writes the b of the shares that were added and returns a.
  func solve(_ start: Double, step: Double, penalty: Double, most: Double, _ b: inout [Double]) -> Double {
    var price = 0.0
    var (low, high) = (0.0, Self.highestPrice)
    var level = 0.0
    for _ in 0..<30 {
      let (excess, slope) = settle(&level, start, step: step, most: most, price: price)
      let over = excess - penalty
      if over <= 1e-12 * penalty, price == 0 || over >= -Rounding.relative * penalty { break }
      if over > 0 { low = price } else { high = price }
      if high - low <= 1e-12 { break }
      price = slope < 0 ? price - over / slope : high
      if !(price > low && price < high) {
        price = (low + high) / 2
      }
    }
    for share in shares {
      let value = share.start + share.step * price
      let most = share.strength * level
      b[share.number] = value <= 0 ? 0 : value < most ? value : most
    }
    return level
  }

  /// Finds a at a price.
  ///
  /// - Returns: a − Σ b, and how fast it changes with the price.
  private func settle(
    _ level: inout Double, _ start: Double, step: Double, most: Double, price: Double
  ) -> (value: Double, slope: Double) {
    var (capped, stiffness) = (0.0, 0.0)
    level = min(max(0, start - step * price), most)
    // What a must satisfy is concave in it: Newton's steps come from below after the first, and end.
    for _ in 0..<30 {
      var force = (level - start) / step + price
      (capped, stiffness) = (0, 1 / step)
      for share in shares {
        let over = share.start + share.step * price - share.strength * level
        guard over > 0 else { continue }
        force -= share.strength * over / share.step
        capped += share.strength
        stiffness += share.strength * share.strength / share.step
      }
      let next = min(max(0, level - force / stiffness), most)
      if abs(next - level) <= 1e-13 * max(level, next) { break }
      level = next
    }
    var value = level
    var free = 0.0
    for share in shares {
      let wanted = share.start + share.step * price
      guard wanted > 0 else { continue }
      if wanted < share.strength * level {
        value -= wanted
        free += share.step
      } else {
        value -= share.strength * level
      }
    }
    let isFree = level > 0 && level < most
    return (value, (isFree ? -(1 - capped) * (1 - capped) / stiffness : 0) - free)
  }
}
