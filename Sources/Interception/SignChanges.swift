/// Finds every span in which a continuous function of time is not negative.
///
/// The caller bounds how fast the function changes; a step is never longer than the function needs to reach zero, so no
/// span longer than `floor` is passed over. Ends are bisected to `tolerance`.
struct SignChanges {
  /// Shortest step, seconds: spans and gaps shorter than this may be passed over.
  var floor = 0.25
  /// Longest step, seconds.
  var cap = Double.infinity
  /// How well the ends are known, seconds.
  var tolerance = 1e-4

  /// The spans within `begin...end` in which `value` is not negative, in order.
  /// - Parameters:
  ///   - rate: Upper bound of the change of `value` a second.
  func spans(
    from begin: Double, to end: Double, rate: Double, _ value: (Double) -> Double
  ) -> [(begin: Double, end: Double)] {
    guard end >= begin else { return [] }
    var spans: [(begin: Double, end: Double)] = []
    var time = begin
    var current = value(time)
    var opened: Double? = current >= 0 ? time : nil
    while time < end {
      let reach = rate > 0 ? abs(current) / rate : .infinity
      let next = min(time + max(min(reach, cap), floor), end)
      let following = value(next)
      if (following >= 0) != (current >= 0) {
        let edge = bisect(time, next, isInsideFirst: current >= 0, value)
        if let start = opened {
          spans.append((start, edge))
          opened = nil
        } else {
          opened = edge
        }
      }
      (time, current) = (next, following)
    }
    if let opened { spans.append((opened, end)) }
    return spans
  }

  /// The edge between a and b, on the side where the value is not negative.
  private func bisect(_ a: Double, _ b: Double, isInsideFirst: Bool, _ value: (Double) -> Double) -> Double {
    var low = a
    var high = b
    while high - low > tolerance {
      let middle = (low + high) / 2
      if (value(middle) >= 0) == isInsideFirst { low = middle } else { high = middle }
    }
    return isInsideFirst ? low : high
  }
}
