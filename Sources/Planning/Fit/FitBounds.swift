internal import Foundation

/// What sightings alone say of a radar: it sees at least as far and as low as it was seen to.
///
/// A bound lets one in a hundred of the sightings stay outside of it, for a wrong altitude or a false plot, and is what the
/// farthest of the others needs.
struct FitBounds {
  /// The lowest antenna that sees them, metres above ground; nil where the lowest that was looked at does.
  let height: Double?
  /// Logarithm of the least range scale.
  let scale: Double?
  /// By sector: the highest mask that hides none, degrees.
  let masks: [Double?]

  /// The share of sightings that may be outside.
  static let outliers = 0.01

  /// - Parameter height: The antenna height from which elevation angles count.
  init(_ likelihood: FitLikelihood, height best: Double) {
    let seen = likelihood.spots.indices.filter { likelihood.spots[$0].isSeen }
    let heights = likelihood.heights
    func hidden(_ height: Double) -> Int {
      let raised = likelihood.raised(height)
      return seen.count { likelihood.spots[$0].altitude < raised.lowest[$0] }
    }
    let spared = Int(Double(seen.count) * Self.outliers)
    if let low = heights.first, let high = heights.last, !seen.isEmpty {
      // What the highest antenna does not see either says nothing of the height.
      let limit = hidden(high) + spared
      if hidden(low) <= limit {
        height = nil
      } else {
        var (below, above) = (low, high)
        for _ in 0..<24 {
          let middle = (below + above) / 2
          if hidden(middle) <= limit { above = middle } else { below = middle }
        }
        height = above
      }
    } else {
      height = nil
    }
    let needed = seen.map { -likelihood.spots[$0].room }.sorted()
    scale = needed.isEmpty ? nil : needed[needed.count - 1 - spared]
    let raised = likelihood.raised(best)
    masks = likelihood.bySector.map { sector in
      let slopes = sector.filter { likelihood.spots[$0].isSeen }.map { raised.slopes[$0] }.sorted()
      guard !slopes.isEmpty else { return nil }
      return atan(slopes[Int(Double(slopes.count) * Self.outliers)]) * 180 / .pi
    }
  }
}
