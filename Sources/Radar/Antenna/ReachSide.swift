/// The rays of a beam from the farthest one to one side, with the distance to which all of them up to each one reach: a table that
/// is asked for every post of a coverage.
struct ReachSide: Sendable {
  /// The least distance from the antenna's vertical of the rays up to each one, m; never growing.
  private let distances: [Double]
  private let tangents: [Double]
  /// How many rays reach beyond the begin of each of even steps of the distance, which narrows the search to a few.
  private let counts: [Int32]
  private let perMetre: Double
  private static let steps = 8192

  /// - Parameter rays: Distance from the antenna's vertical, m, and tangent of the elevation, from the farthest ray on.
  init(_ rays: [(distance: Double, tangent: Double)]) {
    var (least, distances) = (Double.infinity, [Double]())
    for ray in rays {
      least = min(least, ray.distance)
      distances.append(least)
    }
    self.distances = distances
    tangents = rays.map(\.tangent)
    let farthest = max(distances.first ?? 0, 1)
    let step = farthest / Double(Self.steps)
    perMetre = 1 / step
    var (counts, rest) = ([Int32](), distances.count)
    for index in 0...Self.steps + 2 {
      // A little before it, since a distance over the step may be rounded up to the next one.
      let begin = (Double(index) - 1e-6) * step
      while rest > 0, distances[rest - 1] < begin { rest -= 1 }
      counts.append(Int32(clamping: rest))
    }
    self.counts = counts
  }

  /// The number of rays.
  var count: Int { distances.count }

  /// The tangent of the elevation at which the distances fall below one; nil where they are never above.
  /// - Parameter end: The answer where they always are.
  func tangent(_ across: Double, end: Double) -> Double? {
    guard let first = distances.first, first >= across else { return nil }
    let index = min(Int(max(across, 0) * perMetre), Self.steps)
    // The last ray that reaches it lies from `low` to before `high`.
    var low = max(Int(counts[index + 2]) - 1, 0)
    var high = Int(counts[index])
    while high - low > 1 {
      let middle = (low + high) / 2
      if distances[middle] >= across { low = middle } else { high = middle }
    }
    guard high < distances.count else { return end }
    guard distances[low] > distances[high] else { return tangents[low] }
    let share = (distances[low] - across) / (distances[low] - distances[high])
    return tangents[low] + (tangents[high] - tangents[low]) * share
  }
}
