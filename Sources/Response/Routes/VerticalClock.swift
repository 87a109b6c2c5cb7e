/// How high an aircraft can be, at most, so many seconds from one end of its route.
struct VerticalClock {
  /// From the end's altitude upwards, m.
  let altitudes: [Double]
  /// Seconds to each.
  let seconds: [Double]

  /// - Parameters:
  ///   - level: The level of the column at which it begins.
  ///   - steps: Seconds from each level to the next.
  ///   - cap: The highest level that is used.
  init(_ column: AirColumn, from level: Int, steps: [Double], cap: Int) {
    var (altitudes, seconds) = ([column.altitudes[level]], [0.0])
    for index in level..<max(level, cap) {
      altitudes.append(column.altitudes[index + 1])
      seconds.append(seconds[seconds.count - 1] + steps[index])
    }
    self.altitudes = altitudes
    self.seconds = seconds
  }

  /// When the highest altitude is reached.
  var end: Double { seconds[seconds.count - 1] }
  /// The highest altitude.
  var top: Double { altitudes[altitudes.count - 1] }

  /// Seconds to an altitude: none below the first, infinite above the last.
  func time(to altitude: Double) -> Double {
    guard altitude > altitudes[0] else { return 0 }
    guard altitude <= top else { return .infinity }
    return Self.interpolate(altitude, altitudes, seconds)
  }

  /// The highest altitude after so many seconds.
  func altitude(after time: Double) -> Double {
    time >= end ? top : time <= 0 ? altitudes[0] : Self.interpolate(time, seconds, altitudes)
  }

  private static func interpolate(_ x: Double, _ xs: [Double], _ ys: [Double]) -> Double {
    var (low, high) = (0, xs.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if xs[middle] <= x { low = middle } else { high = middle }
    }
    let width = xs[high] - xs[low]
    return width > 0 ? ys[low] + (ys[high] - ys[low]) * (x - xs[low]) / width : ys[high]
  }
}
