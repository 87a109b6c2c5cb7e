/// Seconds of descent to the lowest altitude from every other, metre by metre.
///
/// Where the rate changes between two whole metres it is off by less than what half a metre takes at either.
struct DescentTable {
  private let first: Float
  private let seconds: [Float]

  init(_ down: VerticalClock, to highest: Double) {
    let lowest = down.altitudes[0]
    first = Float(lowest)
    let count = Int(min(max(highest - lowest, 0), 1e5)) + 3
    seconds = (0..<count).map { Float(down.time(to: min(lowest + Double($0), down.top))) }
  }

  /// From an altitude that is not above the highest.
  @inline(__always)
  func seconds(from altitude: Float) -> Double {
    let place = min(max(altitude - first, 0), Float(seconds.count - 2))
    let index = Int(place)
    return Double(seconds[index] + (seconds[index + 1] - seconds[index]) * (place - Float(index)))
  }
}
