/// Round steps for an axis.
enum AxisSteps {
  /// Values from `low` to `high` at a step of 1, 2 or 5 times a power of ten, at most `count` steps.
  static func values(from low: Double, to high: Double, count: Int, steps: [Double] = [1, 2, 5, 10]) -> [Double] {
    guard high > low, low.isFinite, high.isFinite else { return [low] }
    let rough = (high - low) / Double(max(count, 1))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    let step = (steps.first { $0 * power >= rough } ?? 10) * power
    var values: [Double] = []
    var value = (low / step).rounded(.up) * step
    while value <= high + step * 1e-9 {
      values.append(value)
      value += step
    }
    return values
  }
}
