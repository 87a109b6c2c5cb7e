package import Units

extension Asset {
  /// Its cruise from its base to wherever it meets somebody.
  /// - Parameter time: The local time of day of the order.
  package func pursuit(by period: Period, at time: Duration) -> CruiseFlight {
    StripConditions(asset: self, strip: nil, period: period, time: time).flight
  }

  /// The highest altitude above mean sea level at which it flies in the air of the day; nil for no limit.
  ///
  /// The ceiling is a density altitude where the air is stated, and an altitude in any case.
  /// - Accuracy: 0.1 m.
  package func highestAltitude(at time: Duration) -> Length? {
    guard let ceiling = aircraft.ceiling, let air = weather?.air else { return aircraft.ceiling }
    guard air.densityAltitude(at: ceiling, time: time) > ceiling else { return ceiling }
    var (low, high) = (Length.metres(-5000), ceiling)
    while high - low > .metres(0.1) {
      let middle = (low + high) / 2
      if air.densityAltitude(at: middle, time: time) > ceiling { high = middle } else { low = middle }
    }
    return low
  }
}
