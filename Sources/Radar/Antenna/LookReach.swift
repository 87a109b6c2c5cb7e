internal import Foundation
public import Units

/// How far a radar's looks reach at each elevation: by range, antenna pattern and, where they count, gases and rain. Diffraction
/// is not in it: see ``spareLoss(slantMetres:elevationRadians:)``.
///
/// Along one ray the loss only grows, so that each ray has one range. A target counts between the lowest and the highest
/// elevation around the farthest ray without a gap; beyond a null of the pattern nothing counts.
/// - Accuracy: a hundredth of a degree, linear between; the loss as ``AirTable``'s (`a place in reach has the wanted
///   probability`).
public struct LookReach: Sendable {
  private let range: Double
  private let pattern: ElevationPattern
  private let tilt: Double
  private let air: AirTable?
  private let low: Double
  private let peak: Int
  /// From the farthest ray downwards, and upwards.
  private let below: ReachSide
  private let above: ReachSide
  private static let step = 0.01

  /// The reach of looks.
  /// - Parameters:
  ///   - range: Slant range for the target on the axis of the beam, without losses on the way.
  ///   - instrumented: Farther nothing is shown.
  ///   - elevations: The limits of the beam above the antenna's own horizontal.
  ///   - tilt: The antenna's tilt, upwards positive.
  ///   - air: Gases and rain from the antenna; nil for none.
  ///   - antenna: Above mean sea level.
  ///   - earth: The Earth over which rays are straight.
  public init(
    range: Length, instrumented: Length, pattern: ElevationPattern, within elevations: ClosedRange<Angle>,
    tilt: Angle, air: RayLoss?, antenna: Length, earth: EffectiveEarth
  ) {
    self.range = range.metres
    self.pattern = pattern
    self.tilt = tilt.radians
    let farthest = max(min(instrumented.metres, range.metres) * 1.001, 1)
    let table = air.map { AirTable($0, range: .metres(farthest)) }
    self.air = table
    let low = min(max(elevations.lowerBound.degrees + tilt.degrees, -89.9), 89.9)
    let high = max(min(elevations.upperBound.degrees + tilt.degrees, 89.9), low)
    self.low = low
    let count = Int(clamping: ((high - low) / Self.step).rounded(.down))
    let centre = (earth.radius + antenna).metres
    var gains: [Double] = []
    let values = (0...count).map { index -> Double in
      let elevation = (low + Double(index) * Self.step) * .pi / 180
      let gain = pattern.gain(at: .radians(elevation) - tilt).value
      gains.append(gain)
      guard gain > -.infinity else { return 0 }
      let near = Self.reach(range.metres, gain, farthest) { table?.loss(slant: $0, elevation: elevation) }
      // The distance from the antenna's vertical at that slant range, a = s·cos e·r₁/r₂ with sin θ = s·cos e/r₂.
      let outer = (centre * centre + near * near + 2 * centre * near * sin(elevation)).squareRoot()
      return near * cos(elevation) * centre / max(outer, 1)
    }
    // Where what is shown ends before the reach, of the rays that end alike the one with the greatest gain.
    let greatest = values.indices.max { (values[$0], gains[$0]) < (values[$1], gains[$1]) } ?? 0
    peak = greatest
    func tangent(_ index: Int) -> Double { tan((low + Double(index) * Self.step) * .pi / 180) }
    below = ReachSide(stride(from: greatest, through: 0, by: -1).map { (values[$0], tangent($0)) })
    above = ReachSide((greatest...count).map { (values[$0], tangent($0)) })
  }

  /// The slant range, m, at which a gain and a loss along the ray leave nothing to spare.
  private static func reach(
    _ range: Double, _ gain: Double, _ farthest: Double, _ loss: (Double) -> Double?
  ) -> Double {
    guard let whole = loss(farthest) else { return min(range * pow(10, gain / 20), farthest) }
    func spare(_ slant: Double, _ loss: Double) -> Double { 20 * log10(range / slant) + gain - loss }
    if spare(farthest, whole) >= 0 { return farthest }
    var (near, far) = (0.0, farthest)
    while far - near > 0.5 {
      let middle = (near + far) / 2
      if spare(middle, loss(middle) ?? 0) >= 0 { near = middle } else { far = middle }
    }
    return near
  }

  /// The tangents of the lowest and the highest elevation in reach, above the horizontal; nil where none is, infinite where the
  /// beam ends first.
  /// - Parameter across: The target's distance from the antenna's vertical, m.
  /// - Complexity: O(1).
  public func tangents(acrossMetres across: Double) -> (lowest: Double, highest: Double)? {
    guard let under = below.tangent(across, end: -.infinity), let over = above.tangent(across, end: .infinity) else {
      return nil
    }
    return (under, over)
  }

  /// How much more the way of a look may take one way, dB, before its probability falls below the wanted one.
  ///
  /// Negative where gases, rain and pattern alone take more than there is.
  public func spareLoss(slantMetres slant: Double, elevationRadians elevation: Double) -> Double {
    20 * log10(range / max(slant, 1e-3)) + pattern.gain(at: .radians(elevation - tilt)).value
      - (air?.loss(slant: slant, elevation: elevation) ?? 0)
  }

  /// What gases and rain take at a place, one way, dB.
  public func airLoss(slantMetres slant: Double, elevationRadians elevation: Double) -> Double {
    air?.loss(slant: slant, elevation: elevation) ?? 0
  }
}

extension LookReach: CustomStringConvertible {
  /// All that it follows from but antenna and Earth, which do not matter to whoever compares reaches of one station.
  public var description: String {
    "\(range) m \(pattern) \(tilt) \(air == nil ? "without" : "with") air, \(low) \(peak) \(below.count)"
  }
}
