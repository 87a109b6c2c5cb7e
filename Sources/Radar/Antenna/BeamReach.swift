internal import Foundation
internal import Units

/// The elevations at which an antenna pattern leaves enough of a radar's range.
///
/// A target at the ground angle θ from the antenna under the elevation e has the slant range a/cos(e + θ), a being its
/// distance from the antenna's vertical. It is in reach when G₂(e) ≥ 40·log(slant/R), G₂ being the two-way gain in decibels
/// relative to the axis and R the range on the axis. Elevations are those without a gap around the greatest G₂; beyond a null
/// of the pattern nothing counts.
/// - Accuracy: a hundredth of a degree, linear between; the Earth's curvature by two steps of a fixed point
///   (`the lowest altitude in a beam is where a look has the wanted probability`).
public struct BeamReach: Sendable {
  private let pattern: ElevationPattern
  private let limits: ClosedRange<Double>
  /// Degrees of the greatest value, above the antenna's own horizontal.
  private let peak: Double
  /// The least of G₂(e) + 40·log(cos e) from the peak to each step below it, and above it.
  private let below: [Double]
  private let above: [Double]
  private static let step = 0.01

  /// The reach of a pattern; nil for one that is the same at all elevations.
  /// - Parameter elevations: The limits of the beam above the antenna's own horizontal.
  init?(_ pattern: ElevationPattern, within elevations: ClosedRange<Angle>) {
    guard pattern != .flat else { return nil }
    self.pattern = pattern
    let low = max(elevations.lowerBound.degrees, -89.9)
    let high = max(min(elevations.upperBound.degrees, 89.9), low)
    limits = low...high
    func value(_ degrees: Double) -> Double {
      2 * pattern.gain(at: .degrees(degrees)).value + 40 * log10(cos(degrees * .pi / 180))
    }
    let count = Int(clamping: ((high - low) / Self.step).rounded(.down))
    let values = (0...count).map { value(low + Double($0) * Self.step) }
    let greatest = values.indices.max { values[$0] < values[$1] } ?? 0
    peak = low + Double(greatest) * Self.step
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

  /// The lowest and the highest elevation in reach, radians above the horizontal; nil where none is.
  /// - Parameters:
  ///   - share: The target's distance from the antenna's vertical, as a share of the range on the axis.
  ///   - angle: The ground angle θ, radians.
  ///   - tilt: The antenna's tilt, radians.
  public func elevations(share: Double, angle: Double, tilt: Double) -> (lowest: Double, highest: Double)? {
    let needed = 40 * log10(max(share, 1e-9))
    guard let lowest = edge(below, needed, angle + tilt, sign: -1),
      let highest = edge(above, needed, angle + tilt, sign: 1)
    else { return nil }
    return (lowest + tilt, highest + tilt)
  }

  /// Where the values of one side fall below what is needed, radians above the antenna's own horizontal.
  private func edge(_ values: [Double], _ needed: Double, _ turn: Double, sign: Double) -> Double? {
    var level = needed
    var result: Double?
    for _ in 0..<3 {
      guard let offset = offset(values, level) else { return nil }
      let elevation = (peak + sign * offset) * .pi / 180
      result = elevation
      // a/cos(e + θ) in place of a/cos(e).
      let turned = cos(elevation + turn)
      guard turned > 0 else { return result }
      level = needed - 40 * log10(turned / cos(elevation))
    }
    return result
  }

  /// Degrees from the peak to where the values fall below a level; nil where they are never above.
  private func offset(_ values: [Double], _ level: Double) -> Double? {
    guard let first = values.first, first >= level else { return nil }
    var (low, high) = (0, values.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if values[middle] >= level { low = middle } else { high = middle }
    }
    guard high < values.count, values[high].isFinite, values[low] > values[high], level.isFinite else {
      return Double(low) * Self.step
    }
    return (Double(low) + (values[low] - level) / (values[low] - values[high])) * Self.step
  }
}

extension BeamReach: Hashable, CustomStringConvertible {
  // All else follows from these.
  /// Whether pattern and limits are the same.
  public static func == (a: BeamReach, b: BeamReach) -> Bool { a.pattern == b.pattern && a.limits == b.limits }
  /// Hashes pattern and limits.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(pattern)
    hasher.combine(limits)
  }
  /// Pattern and limits.
  public var description: String { "\(pattern) \(limits)" }
}
