internal import Foundation

/// How likely looks are, given an antenna height, a range scale and a horizon mask.
///
/// A look is within the coverage as far as it lies over the lowest visible altitude and inside the range, each as a logistic
/// step whose width stands for what the model leaves out (errors of altitude and position, refraction, fading). Within, the
/// radar sees with one probability, outside with a small other one:
///
///     P(seen) = q + (p − q) · L((h − h_low)/w_h) · L(ln(s R/r)/w_r),  L(x) = 1/(1 + e⁻ˣ)
///
/// Of a plot that nothing but the radar's own report proves, only P/p counts: that it is seen says where the radar sees, and
/// not how often.
struct FitLikelihood {
  /// What of a look the likelihood needs.
  struct Spot {
    /// Altitude above mean sea level and distance along the ground, metres.
    var altitude: Double
    var distance: Double
    /// Logarithm of the modelled range over the slant range.
    var room: Double
    var sector: Int
    var isSeen: Bool
    /// Whether it was chosen without regard to whether it was seen.
    var isSample: Bool
    /// Lowest visible altitudes and tangents of the elevation angle for each antenna height.
    var lowest: [Double]
    var slopes: [Double]
  }

  /// The probabilities within and outside, and the widths of the edges.
  struct Noise: Equatable {
    var within = 0.9
    var outside = 0.02
    /// Metres of altitude.
    var altitudeWidth = 15.0
    /// A share of the range.
    var rangeWidth = 0.02
  }

  /// Looks as an antenna of one height has them.
  struct Raised {
    var lowest: [Double]
    var slopes: [Double]
  }

  let spots: [Spot]
  /// Antenna heights, ascending, metres.
  let heights: [Double]
  /// The looks of each sector.
  let bySector: [[Int]]

  init(_ spots: [Spot], heights: [Double], sectors: Int) {
    self.spots = spots
    self.heights = heights
    var bySector = [[Int]](repeating: [], count: sectors)
    for (index, spot) in spots.enumerated() { bySector[spot.sector].append(index) }
    self.bySector = bySector
  }

  var samples: Int { spots.count { $0.isSample } }

  /// The looks from an antenna height, linear between those that were computed.
  func raised(_ height: Double) -> Raised {
    let upper = heights.firstIndex { $0 >= height } ?? heights.count - 1
    let lower = max(upper - 1, 0)
    let width = heights[upper] - heights[lower]
    let part = width > 0 ? (height - heights[lower]) / width : 0
    func between(_ values: [Double]) -> Double { values[lower] + (values[upper] - values[lower]) * part }
    return Raised(lowest: spots.map { between($0.lowest) }, slopes: spots.map { between($0.slopes) })
  }

  /// How much of a look lies within the coverage, 0 to 1.
  private func share(_ index: Int, _ raised: Raised, _ scale: Double, _ mask: Double?, _ noise: Noise) -> Double {
    let spot = spots[index]
    var over = spot.altitude - raised.lowest[index]
    if let mask { over = min(over, (raised.slopes[index] - mask) * spot.distance) }
    return Self.step(over / noise.altitudeWidth) * Self.step((spot.room + scale) / noise.rangeWidth)
  }

  private static func step(_ x: Double) -> Double {
    x > 30 ? 1 : x < -30 ? 0 : 1 / (1 + exp(-x))
  }

  /// The logarithm of the likelihood of the looks of a sector.
  /// - Parameters:
  ///   - scale: Logarithm of the range scale.
  ///   - mask: Tangent of the lowest elevation angle; nil for none.
  func log(_ sector: Int, _ raised: Raised, scale: Double, mask: Double?, _ noise: Noise) -> Double {
    var sum = 0.0
    for index in bySector[sector] {
      let share = share(index, raised, scale, mask, noise)
      let seen = noise.outside + (noise.within - noise.outside) * share
      let spot = spots[index]
      sum += Foundation.log(!spot.isSample ? seen / noise.within : spot.isSeen ? seen : 1 - seen)
    }
    return sum
  }

  func log(_ raised: Raised, scale: Double, masks: [Double?], _ noise: Noise) -> Double {
    bySector.indices.reduce(0) { $0 + log($1, raised, scale: scale, mask: masks[$1], noise) }
  }

  /// The hard lower edge by which a sector gains most: below it nothing is seen.
  /// - Returns: The tangent of its elevation angle and the gain; nil without looks.
  func bestEdge(_ sector: Int, _ raised: Raised, scale: Double, _ noise: Noise) -> (slope: Double, gain: Double)? {
    let order = bySector[sector].sorted { raised.slopes[$0] < raised.slopes[$1] }
    guard order.contains(where: { spots[$0].isSample && !spots[$0].isSeen }) else { return nil }
    var (sum, best) = (0.0, (slope: 0.0, gain: -Double.infinity))
    for (place, index) in order.enumerated() {
      let seen = noise.outside + (noise.within - noise.outside) * share(index, raised, scale, nil, noise)
      sum +=
        spots[index].isSeen
        ? Foundation.log(noise.outside / seen) : Foundation.log((1 - noise.outside) / (1 - seen))
      guard sum > best.gain else { continue }
      let next = place + 1 < order.count ? raised.slopes[order[place + 1]] : raised.slopes[index]
      best = ((raised.slopes[index] + next) / 2, sum)
    }
    return best
  }

  /// The probabilities that suit best, by expectation and maximisation, and the widths on a grid.
  func noise(_ raised: Raised, scale: Double, masks: [Double?], from old: Noise) -> Noise {
    guard samples > 0 else { return old }
    var best = (noise: old, log: -Double.infinity)
    func attempt(_ altitudeWidth: Double, _ rangeWidth: Double) {
      var noise = old
      (noise.altitudeWidth, noise.rangeWidth) = (altitudeWidth, rangeWidth)
      let shares = spots.indices.map { share($0, raised, scale, masks[spots[$0].sector], noise) }
      for _ in 0..<8 { improve(&noise, shares) }
      var sum = 0.0
      for (spot, share) in zip(spots, shares) {
        let seen = noise.outside + (noise.within - noise.outside) * share
        sum += Foundation.log(!spot.isSample ? seen / noise.within : spot.isSeen ? seen : 1 - seen)
      }
      if sum > best.log { best = (noise, sum) }
    }
    for width in [2.0, 5, 10, 20, 40, 80, 160] { attempt(width, old.rangeWidth) }
    for width in [0.002, 0.005, 0.01, 0.02, 0.04, 0.08] { attempt(best.noise.altitudeWidth, width) }
    return best.noise
  }

  /// One step towards the most likely probabilities; a look more of each kind keeps them off 0 and 1.
  private func improve(_ noise: inout Noise, _ shares: [Double]) {
    var (insideSeen, inside, outsideSeen, outside) = (1.0, 1.5, 0.02, 1.0)
    for (spot, share) in zip(spots, shares) where spot.isSample {
      let (a, b) =
        spot.isSeen
        ? (noise.within * share, noise.outside * (1 - share))
        : ((1 - noise.within) * share, (1 - noise.outside) * (1 - share))
      let part = a + b > 0 ? a / (a + b) : 0.5
      inside += part
      outside += 1 - part
      if spot.isSeen {
        insideSeen += part
        outsideSeen += 1 - part
      }
    }
    noise.within = min(max(insideSeen / inside, 0.2), 0.9999)
    noise.outside = min(max(outsideSeen / outside, 1e-4), noise.within / 3)
  }
}
