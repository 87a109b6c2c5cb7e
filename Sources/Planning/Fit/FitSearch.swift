internal import Foundation

/// The search for the antenna height, range scale and horizon mask that explain looks best.
struct FitSearch {
  let likelihood: FitLikelihood
  /// Between which logarithms the range scale is searched.
  static let scales = log(0.25)...log(2.5)
  /// Between which elevation angles a mask is searched, degrees.
  static let elevations = -2.0...20.0

  /// What is found.
  struct Result {
    var height: FitFinding = .undetermined
    var scale: FitFinding = .undetermined
    /// By sector: the mask where one is needed, else how high one could be at most.
    var masks: [FitFinding]
    /// By sector, tangents; nil where none is needed.
    var chosen: [Double?]
    var noise = FitLikelihood.Noise()
    /// The best height and the logarithm of the best scale.
    var bestHeight = 0.0
    var bestScale = 0.0
  }

  private func slope(_ degrees: Double) -> Double { tan(degrees * .pi / 180) }

  /// What a mask has to gain: as for a parameter more by Schwarz's criterion, and never less than a χ² of one in 200.
  private var price: Double { max(4, 0.5 * log(Double(max(likelihood.spots.count, 1))) + 2) }

  /// - Parameter height: The antenna's height as the scenario has it, metres.
  func run(height: Double) -> Result {
    let sectors = likelihood.bySector.count
    var result = Result(
      masks: Array(repeating: .undetermined, count: sectors), chosen: Array(repeating: nil, count: sectors))
    result.bestHeight = height
    guard !likelihood.spots.isEmpty else { return result }
    if likelihood.samples > 0 {
      // Wide edges first, so that a far start is drawn in.
      result.noise.altitudeWidth = 60
      result.noise.rangeWidth = 0.05
      for _ in 0..<4 { improve(&result) }
      let spread = findHeight(&result)
      findScale(&result, spread)
      findMasks(&result, spread)
    }
    bound(&result)
    return result
  }

  /// Where there is no interval, what was seen still gives a bound.
  private func bound(_ result: inout Result) {
    let bounds = FitBounds(likelihood, height: result.bestHeight)
    func bounded(_ finding: FitFinding, _ least: Double?) -> FitFinding {
      switch finding {
      case .determined, .atMost: finding
      case .atLeast, .undetermined: least.map { .atLeast($0) } ?? .undetermined
      }
    }
    result.height = bounded(result.height, bounds.height)
    result.scale = bounded(result.scale, bounds.scale.map(exp))
    for sector in result.masks.indices where result.chosen[sector] == nil {
      result.masks[sector] = bounds.masks[sector].map { .atMost($0) } ?? .undetermined
    }
  }

  /// Height and masks together, then the scale, then the noise.
  private func improve(_ result: inout Result) {
    let (scale, noise) = (result.bestScale, result.noise)
    var best = (log: -Double.infinity, height: result.bestHeight, masks: result.chosen)
    _ = FitProfile(over: heights, coarse: 17, fine: 13) { height in
      let raised = likelihood.raised(height)
      var (sum, masks) = (0.0, [Double?](repeating: nil, count: result.chosen.count))
      for sector in masks.indices where !likelihood.bySector[sector].isEmpty {
        let (mask, log) = mask(sector, raised, scale, noise)
        masks[sector] = mask
        sum += log
      }
      if sum > best.log { best = (sum, height, masks) }
      return sum
    }
    (result.bestHeight, result.chosen) = (best.height, best.masks)
    let raised = likelihood.raised(best.height)
    result.bestScale =
      FitProfile(over: Self.scales, coarse: 41, fine: 13) {
        likelihood.log(raised, scale: $0, masks: best.masks, noise)
      }.best
    result.noise = likelihood.noise(raised, scale: result.bestScale, masks: best.masks, from: noise)
  }

  private var heights: ClosedRange<Double> { (likelihood.heights.first ?? 0)...(likelihood.heights.last ?? 0) }

  /// The mask that suits a sector, nil where none earns its price, and the logarithm with it.
  ///
  /// The place of a hard edge that gains most is found in one pass over the looks by elevation; soft edges are tried near it.
  private func mask(
    _ sector: Int, _ raised: FitLikelihood.Raised, _ scale: Double, _ noise: FitLikelihood.Noise
  ) -> (Double?, Double) {
    let bare = likelihood.log(sector, raised, scale: scale, mask: nil, noise)
    guard let edge = likelihood.bestEdge(sector, raised, scale: scale, noise), edge.gain > price * 0.6 else {
      return (nil, bare)
    }
    var best: (mask: Double?, log: Double) = (nil, bare)
    let middle = atan(edge.slope) * 180 / .pi
    for step in [-0.12, -0.06, -0.03, 0, 0.03, 0.06, 0.12] {
      let slope = slope(middle + step)
      let log = likelihood.log(sector, raised, scale: scale, mask: slope, noise) - price
      if log > best.log { best = (slope, log) }
    }
    return best
  }

  /// The logarithm with the masks of some sectors at their best near where they were found.
  private func sum(_ result: Result, _ raised: FitLikelihood.Raised, _ scale: Double) -> Double {
    likelihood.bySector.indices.reduce(0) { sum, sector in
      guard let slope = result.chosen[sector] else {
        return sum + likelihood.log(sector, raised, scale: scale, mask: nil, result.noise)
      }
      let middle = atan(slope) * 180 / .pi
      let near = (-3...3).map {
        likelihood.log(sector, raised, scale: scale, mask: self.slope(middle + 0.05 * Double($0)), result.noise)
      }
      return sum + (near.max() ?? 0)
    }
  }

  /// Finds the height; returns heights around the best one, over which other parameters take the best.
  private func findHeight(_ result: inout Result) -> [Double] {
    let found = result
    // The widths of the edges and the height explain the same looks, in part.
    let variants = [0.4, 0.7, 1, 1.5, 2.5].map { factor -> Result in
      var variant = found
      variant.noise.altitudeWidth *= factor
      return variant
    }
    let profile = FitProfile(over: heights) { height in
      let raised = likelihood.raised(height)
      return variants.map { sum($0, raised, found.bestScale) }.max() ?? 0
    }
    result.height = profile.finding
    result.bestHeight = profile.best
    let low = result.height.low ?? profile.best
    let high = result.height.high ?? heights.upperBound
    guard result.height.low != nil, high > low else { return [result.bestHeight] }
    return (0...8).map { low + (high - low) * Double($0) / 8 } + [profile.best]
  }

  private func findScale(_ result: inout Result, _ spread: [Double]) {
    let raised = spread.map(likelihood.raised)
    let found = result
    let profile = FitProfile(over: Self.scales) { scale in
      raised.map { likelihood.log($0, scale: scale, masks: found.chosen, found.noise) }.max() ?? 0
    }
    result.scale = profile.finding.mapped(exp)
    result.bestScale = profile.best
  }

  private func findMasks(_ result: inout Result, _ spread: [Double]) {
    let raised = spread.map(likelihood.raised)
    let found = result
    for sector in likelihood.bySector.indices where found.chosen[sector] != nil {
      // What the other sectors say of each height, with the masks that suit it: a higher antenna sees the same edge lower.
      let others = raised.map { raised in
        likelihood.bySector.indices.filter { $0 != sector }.reduce(0.0) { sum, other in
          let log = likelihood.log(other, raised, scale: found.bestScale, mask: found.chosen[other], found.noise)
          guard found.chosen[other] != nil else { return sum + log }
          let (mask, best) = mask(other, raised, found.bestScale, found.noise)
          return sum + max(log, mask == nil ? best : best + price)
        }
      }
      let profile = FitProfile(over: Self.elevations, coarse: 177) { degrees in
        zip(raised, others).map { raised, others in
          others + likelihood.log(sector, raised, scale: found.bestScale, mask: slope(degrees), found.noise)
        }.max() ?? 0
      }
      result.masks[sector] = profile.finding
      result.chosen[sector] = profile.finding.value.map(slope)
    }
  }
}
