internal import Foundation
public import Units

/// Rain of one rate everywhere below a height.
public struct Rain: Sendable, Hashable {
  /// How hard it rains.
  public let rate: RainRate
  /// The height above mean sea level up to which it rains: above it there is ice, which takes almost nothing.
  public let height: Length

  /// Rain.
  /// - Parameters:
  ///   - rate: Zero and more.
  ///   - height: 5 km is that of the tropics (ITU-R P.839-2: between 21° south and 23° north).
  /// - Throws: ``PropagationError`` with code `rainRateOutOfRange`.
  public init(rate: RainRate, height: Length = .kilometres(5)) throws(PropagationError) {
    guard rate >= .zero, rate.isFinite, height.isFinite else {
      throw PropagationError(
        .rainRateOutOfRange, "rain of \(rate.millimetresPerHour) mm/h up to \(height.metres) m",
        remedy: "give zero or more, as in 20 mm/h up to 5 km")
    }
    self.rate = rate
    self.height = height
  }

  /// How much of the straight way between two places over an effective Earth lies below the rain's height.
  ///
  /// The square of the distance from the centre is a parabola along the way, so that the share is exact and the same in
  /// both directions.
  public func way(
    groundDistance: Length, from antenna: Length, to target: Length, over earth: EffectiveEarth
  ) -> Length {
    let slant = earth.slantRange(groundDistance: groundDistance, from: antenna, to: target).metres
    guard slant > 0, slant.isFinite else { return .zero }
    let radius = earth.radius.metres
    // Heights in place of radii: r² − R² = h·(2R + h), without the difference of two large numbers.
    func square(_ h: Double) -> Double { h * (2 * radius + h) }
    let (a, b, c) = (square(antenna.metres), square(target.metres), square(height.metres))
    // a·(1 − s) + b·s − L²·s·(1 − s) ≤ c
    let quadratic = slant * slant
    let linear = b - a - quadratic
    let root = linear * linear - 4 * quadratic * (a - c)
    guard root > 0 else { return .zero }
    let first = (-linear - root.squareRoot()) / (2 * quadratic)
    let last = (-linear + root.squareRoot()) / (2 * quadratic)
    return .metres(slant * max(0, min(last, 1) - max(first, 0)))
  }
}
