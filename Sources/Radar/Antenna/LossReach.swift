internal import Foundation
public import Units

/// How far a radar's looks reach at each elevation when the way takes some of its wave: by range, antenna pattern, gases and
/// rain. Diffraction is not in it: see ``spareLoss(slantMetres:elevationRadians:)``.
///
/// Along one ray the loss only grows, so that each ray has one range. A target counts between the lowest and the highest
/// elevation around the farthest ray without a gap; beyond a null of the pattern nothing counts.
/// - Accuracy: a hundredth of a degree, linear between; the loss as ``AirTable``'s (`a place in reach has the wanted
///   probability`).
public struct LossReach: Sendable {
  private let range: Double
  private let pattern: ElevationPattern
  private let tilt: Double
  private let air: AirTable?
  /// Degrees of the first step, above the horizontal.
  private let low: Double
  private let peak: Int
  /// The least distance from the antenna's vertical, m, from the farthest ray to each step below it, and above it.
  private let below: [Double]
  private let above: [Double]
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
    let values = (0...count).map { index -> Double in
      let elevation = (low + Double(index) * Self.step) * .pi / 180
      let gain = pattern.gain(at: .radians(elevation) - tilt).value
      guard gain > -.infinity else { return 0 }
      func spare(_ slant: Double) -> Double {
        20 * log10(range.metres / slant) + gain - (table?.loss(slant: slant, elevation: elevation) ?? 0)
      }
      var (near, far) = (0.0, farthest)
      if spare(far) >= 0 {
        near = far
      } else {
        while far - near > 0.5 {
          let middle = (near + far) / 2
          if spare(middle) >= 0 { near = middle } else { far = middle }
        }
      }
      // The distance from the antenna's vertical at that slant range, a = s·cos e·r₁/r₂ with sin θ = s·cos e/r₂.
      let outer = (centre * centre + near * near + 2 * centre * near * sin(elevation)).squareRoot()
      return near * cos(elevation) * centre / max(outer, 1)
    }
    let greatest = values.indices.max { values[$0] < values[$1] } ?? 0
    peak = greatest
    func least(_ values: some Sequence<Double>) -> [Double] {
      var (last, result) = (Double.infinity, [Double]())
      for value in values {
        last = min(last, value)
        result.append(last)
      }
      return result
    }
    below = least(values[...greatest].reversed())
    above = least(values[greatest...])
  }

  /// The lowest and the highest elevation in reach, radians above the horizontal; nil where none is, infinite where the beam
  /// ends first.
  /// - Parameter across: The target's distance from the antenna's vertical, m.
  public func elevations(acrossMetres across: Double) -> (lowest: Double, highest: Double)? {
    guard let under = offset(below, across), let over = offset(above, across) else { return nil }
    let axis = low + Double(peak) * Self.step
    return ((axis - under) * .pi / 180, (axis + over) * .pi / 180)
  }

  /// How much more the way of a look may take one way, dB, before its probability falls below the wanted one.
  ///
  /// Negative where gases, rain and pattern alone take more than there is.
  public func spareLoss(slantMetres slant: Double, elevationRadians elevation: Double) -> Double {
    20 * log10(range / max(slant, 1e-3)) + pattern.gain(at: .radians(elevation - tilt)).value
      - (air?.loss(slant: slant, elevation: elevation) ?? 0)
  }

  /// Degrees from the farthest ray to where the distances fall below one; nil where they are never above, infinity where
  /// always.
  private func offset(_ values: [Double], _ across: Double) -> Double? {
    guard let first = values.first, first >= across else { return nil }
    var (low, high) = (0, values.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if values[middle] >= across { low = middle } else { high = middle }
    }
    guard high < values.count else { return .infinity }
    guard values[low] > values[high] else { return Double(low) * Self.step }
    return (Double(low) + (values[low] - across) / (values[low] - values[high])) * Self.step
  }
}

extension LossReach: CustomStringConvertible {
  /// All that it follows from but antenna and Earth, which do not matter to whoever compares reaches of one station.
  public var description: String {
    "\(range) m \(pattern) \(tilt) \(air == nil ? "without" : "with") air, \(low) \(peak) \(below.count)"
  }
}
