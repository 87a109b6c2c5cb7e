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

  /// Elevation angles at which masks are tried, degrees: closer near the horizon.
  private static let tried =
    stride(from: -2.0, to: 1.5, by: 0.125).map { $0 } + stride(from: 1.5, to: 5, by: 0.25)
    + stride(
      from: 5, through: 20, by: 1)

  /// - Parameters:
  ///   - height: The antenna's height as the scenario has it, metres.
  ///   - masks: Tangents of the masks that the scenario has.
  func run(height: Double) -> Result {
    let sectors = likelihood.bySector.count
    var result = Result(
      masks: Array(repeating: .undetermined, count: sectors), chosen: Array(repeating: nil, count: sectors))
    result.bestHeight = height
    guard !likelihood.spots.isEmpty else { return result }
    let isTrafficKnown = likelihood.samples > 0
    if isTrafficKnown {
      // Wide edges first, so that a far start is drawn in.
      result.noise.altitudeWidth = 60
      result.noise.rangeWidth = 0.05
      for _ in 0..<4 { improve(&result) }
    } else {
      // Plots alone: nothing they say speaks for a mask or for less range.
      result.bestHeight = likelihood.heights.last ?? height
      result.bestScale = Self.scales.upperBound
    }
    let spread = findHeight(&result)
    findScale(&result, spread)
    findMasks(&result, spread, isTrafficKnown)
    return result
  }

  /// Height and masks together, then the scale, then the noise.
  private func improve(_ result: inout Result) {
    let (scale, noise) = (result.bestScale, result.noise)
    var best = (log: -Double.infinity, height: result.bestHeight, masks: result.chosen)
    let range = (likelihood.heights.first ?? 0)...(likelihood.heights.last ?? 0)
    _ = FitProfile(over: range, coarse: 17, fine: 17) { height in
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
      FitProfile(over: Self.scales) { likelihood.log(raised, scale: $0, masks: best.masks, noise) }.best
    result.noise = likelihood.noise(raised, scale: result.bestScale, masks: best.masks, from: noise)
  }

  /// The mask that suits a sector, nil where none earns its price, and the logarithm with it.
  private func mask(
    _ sector: Int, _ raised: FitLikelihood.Raised, _ scale: Double, _ noise: FitLikelihood.Noise
  ) -> (Double?, Double) {
    let bare = likelihood.log(sector, raised, scale: scale, mask: nil, noise)
    guard likelihood.bySector[sector].contains(where: { likelihood.spots[$0].isSample && !likelihood.spots[$0].isSeen })
    else { return (nil, bare) }
    var best: (mask: Double?, log: Double) = (nil, bare)
    for degrees in Self.tried {
      let slope = slope(degrees)
      let log = likelihood.log(sector, raised, scale: scale, mask: slope, noise) - price
      if log > best.log { best = (slope, log) }
    }
    return best
  }

  /// The best mask near a sector's own, which is kept a mask.
  private func kept(
    _ sector: Int, near slope: Double, _ raised: FitLikelihood.Raised, _ scale: Double, _ noise: FitLikelihood.Noise
  ) -> Double {
    let middle = atan(slope) * 180 / .pi
    return (-8...8).map {
      likelihood.log(sector, raised, scale: scale, mask: self.slope(middle + 0.06 * Double($0)), noise)
    }
    .max() ?? 0
  }

  private func sum(_ result: Result, _ raised: FitLikelihood.Raised, _ scale: Double) -> Double {
    likelihood.bySector.indices.reduce(0) { sum, sector in
      guard let slope = result.chosen[sector] else {
        return sum + likelihood.log(sector, raised, scale: scale, mask: nil, result.noise)
      }
      return sum + kept(sector, near: slope, raised, scale, result.noise)
    }
  }

  /// Finds the height; returns heights around the best one, over which other parameters take the best.
  private func findHeight(_ result: inout Result) -> [Double] {
    let range = (likelihood.heights.first ?? 0)...(likelihood.heights.last ?? 0)
    let found = result
    let profile = FitProfile(over: range) { height in
      let raised = likelihood.raised(height)
      let steps = likelihood.samples > 0 ? [-1.0, -0.5, 0, 0.5, 1] : [0]
      return steps.map { sum(found, raised, found.bestScale + 0.5 * found.noise.rangeWidth * $0) }.max() ?? 0
    }
    result.height = profile.finding
    guard let low = result.height.low, let high = result.height.high else { return [result.bestHeight] }
    result.bestHeight = profile.best
    return (0..<5).map { low + (high - low) * Double($0) / 4 } + [profile.best]
  }

  private func findScale(_ result: inout Result, _ spread: [Double]) {
    let raised = spread.map(likelihood.raised)
    let found = result
    let profile = FitProfile(over: Self.scales) { scale in raised.map { sum(found, $0, scale) }.max() ?? 0 }
    result.scale = profile.finding.mapped(exp)
    if result.scale.value != nil { result.bestScale = profile.best }
  }

  private func findMasks(_ result: inout Result, _ spread: [Double], _ isTrafficKnown: Bool) {
    let raised = spread.map(likelihood.raised)
    let found = result
    for sector in likelihood.bySector.indices where !likelihood.bySector[sector].isEmpty {
      let others = raised.map { raised in
        likelihood.bySector.indices.filter { $0 != sector }.reduce(0.0) {
          $0 + likelihood.log($1, raised, scale: found.bestScale, mask: found.chosen[$1], found.noise)
        }
      }
      let profile = FitProfile(over: Self.elevations, coarse: 177) { degrees in
        zip(raised, others).map { raised, others in
          others
            + likelihood.log(sector, raised, scale: found.bestScale, mask: slope(degrees), found.noise)
        }.max() ?? 0
      }
      let finding = profile.finding
      if found.chosen[sector] != nil {
        result.masks[sector] = finding
        if let value = finding.value { result.chosen[sector] = slope(value) }
        if finding.value == nil { result.chosen[sector] = nil }
      } else if let high = finding.high {
        // None is needed; the data still say how high one could be.
        result.masks[sector] = .atMost(high)
      }
    }
  }
}
