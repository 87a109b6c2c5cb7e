/// How much the rounding of sums of doubles counts.
enum Rounding {
  /// Sums that differ by less than this part are equal.
  static let relative = 1e-9
  /// The least that anything is divided by.
  static let leastDivisor = 1e-9

  /// Less than this makes no difference to a sum.
  static func slack(_ sum: Double) -> Double { relative * max(1, abs(sum)) }
}
