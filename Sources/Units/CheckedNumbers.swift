extension Int {
  /// The whole part of a number, or the nearest end of the range of integers where that holds it not; zero for not-a-number.
  ///
  /// The conversion that numbers from files and options take: `Int(_:)` traps on what it cannot hold.
  package init(clamping value: Double) {
    if value >= 0x1p63 {
      self = .max
    } else if value > -0x1p63 {
      self = Int(value)
    } else {
      self = value.isNaN ? 0 : .min
    }
  }
}

extension Duration {
  /// The longest duration that is made from a number, seconds: about 30 million years.
  ///
  /// A hundred thousand of them can be added before `Duration` overflows.
  package static let longestSeconds = 1e15

  /// From seconds, at most ``longestSeconds`` either way; not-a-number is the longest.
  ///
  /// `Duration.seconds(_:)` traps on numbers that it cannot hold, so that nothing computed from a file may reach it unchecked.
  package static func seconds(clamping value: Double) -> Duration {
    .seconds(value.isNaN ? longestSeconds : Swift.min(Swift.max(value, -longestSeconds), longestSeconds))
  }
}
