/// The upper convex hull of points that come in the order of their x.
///
/// - Complexity: each point is added and taken away once at most; the queries walk or halve.
struct UpperHull: Sendable {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []

  /// Adds a point beyond the last.
  mutating func add(_ px: Double, _ py: Double) {
    while x.count > 1 {
      let (a, b) = (x.count - 2, x.count - 1)
      // The last point stays where it lies above the line from the one before it to the new one.
      if (y[b] - y[a]) * (px - x[a]) > (py - y[a]) * (x[b] - x[a]) { break }
      x.removeLast()
      y.removeLast()
    }
    x.append(px)
    y.append(py)
  }

  /// The greatest slope back from a place beyond all points, (yᵢ − y)/(px − xᵢ); minus infinity without points.
  func slope(backFrom px: Double, _ py: Double) -> Double {
    guard !x.isEmpty else { return -.infinity }
    func value(_ index: Int) -> Double { (y[index] - py) / (px - x[index]) }
    // Over a hull it rises to the tangent and falls behind it.
    var (low, high) = (0, x.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if value(middle + 1) > value(middle) { low = middle + 1 } else { high = middle }
    }
    return value(low)
  }

  /// How far the highest point stands above the line y = start + slope·x; minus infinity without points.
  func height(over start: Double, slope: Double) -> Double {
    guard !x.isEmpty else { return -.infinity }
    // The first edge that falls against the line.
    var (low, high) = (0, x.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if y[middle + 1] - y[middle] > slope * (x[middle + 1] - x[middle]) { low = middle + 1 } else { high = middle }
    }
    return y[low] - start - slope * x[low]
  }
}
