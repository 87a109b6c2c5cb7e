internal import Foundation

/// The altitudes over a place at which a bistatic pair detects an echo.
///
/// Each distance has a square (h − middle)² + across² of the altitude h (``RadarLimits/slantRange(eastMetres:northMetres:)``).
struct BistaticSpan {
  let receiver: (middle: Double, across: Double)
  let illuminator: (middle: Double, across: Double)

  /// The altitudes at which the product of both distances is at most the square of an equivalent range κ, metres; nil for none.
  ///
  /// One span: where the product has two dips, which takes antennas whose altitudes differ more than they are away from the place,
  /// that of the deeper.
  /// - Accuracy: a tenth of a millimetre up to 1000 km (`altitudes within an oval of Cassini are those of its formula`).
  func within(equivalentRange kappa: Double) -> ClosedRange<Double>? {
    guard kappa < .infinity else { return -.infinity...(.infinity) }
    let limit = kappa * kappa * kappa * kappa
    let (low, high) = (min(receiver.middle, illuminator.middle), max(receiver.middle, illuminator.middle))
    let middle = least(low, high, product)
    guard product(middle) <= limit else { return nil }
    // A κ above or below both, each distance is κ at least.
    let top = edge(middle, high + kappa) { product($0) <= limit }
    let bottom = edge(middle, low - kappa) { product($0) <= limit }
    return bottom...top
  }

  /// The altitude above which the way by the target is never shorter than a length, metres; minus infinity where it never is.
  func above(way: Double) -> Double {
    let (low, high) = (min(receiver.middle, illuminator.middle), max(receiver.middle, illuminator.middle))
    // Convex: it is the shorter the nearer the altitude is to its least.
    let middle = least(low, high, sum)
    guard sum(middle) < way else { return -.infinity }
    return edge(high + way, middle) { sum($0) >= way }
  }

  private func product(_ h: Double) -> Double {
    let (a, b) = (h - receiver.middle, h - illuminator.middle)
    return (a * a + receiver.across * receiver.across) * (b * b + illuminator.across * illuminator.across)
  }

  private func sum(_ h: Double) -> Double {
    hypot(h - receiver.middle, receiver.across) + hypot(h - illuminator.middle, illuminator.across)
  }

  /// Where a function is least between two altitudes: by a look at 33 places, then golden sections around the best of them.
  private func least(_ low: Double, _ high: Double, _ f: (Double) -> Double) -> Double {
    guard high - low > 1e-3 else { return (low + high) / 2 }
    let step = (high - low) / 32
    let best = (0...32).min { f(low + Double($0) * step) < f(low + Double($1) * step) } ?? 0
    var (a, b) = (max(low, low + Double(best - 1) * step), min(high, low + Double(best + 1) * step))
    let ratio = 0.6180339887498949
    var (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
    while b - a > 1e-4 {
      if f(c) < f(d) { b = d } else { a = c }
      (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
    }
    return (a + b) / 2
  }

  /// The end of what holds, from where it does towards where it does not, by halving.
  private func edge(_ holding: Double, _ failing: Double, _ holds: (Double) -> Bool) -> Double {
    var (holding, failing) = (holding, failing)
    while abs(failing - holding) > 1e-4 {
      let middle = (holding + failing) / 2
      guard middle != holding, middle != failing else { break }
      if holds(middle) { holding = middle } else { failing = middle }
    }
    return holding
  }
}
