internal import Foundation
public import Units

/// A smooth spherical Earth whose radius is stretched so that rays bent by the standard atmosphere run straight.
///
/// The radius is k times the mean radius of the Earth, R₁ = 6 371 008.8 m (Moritz, Geodetic Reference System 1980,
/// J. Geodesy 74, 2000). k = 4/3 is the radio value for the standard atmosphere (ITU-R P.310; Skolnik, Radar Handbook,
/// 3rd ed., ch. 26); optical refraction (k = 7/6) is not a radar's. Heights are above the smooth surface, ground
/// distances along it; every formula is exact on the sphere.
public struct EffectiveEarth: Sendable, Hashable {
  /// The mean radius of the Earth before stretching, R₁ = (2a + b)/3 of GRS 80.
  public static let meanRadius = EarthFigure.meanRadius
  /// The radius factor of radio waves in the standard atmosphere, 4/3.
  public static let standardFactor = 4.0 / 3

  /// The effective radius factor.
  public let k: Double
  /// k times the mean radius.
  public let radius: Length

  /// An effective Earth of a radius factor.
  /// - Parameter k: The factor; a positive, finite number.
  public init(k: Double = EffectiveEarth.standardFactor) {
    precondition(k > 0 && k.isFinite, "the effective Earth radius factor is a positive, finite number")
    self.k = k
    radius = Self.meanRadius * k
  }

  /// The ground distance from a place at a height to the horizon.
  ///
  /// R·acos(R/(R + h)), written so that it keeps its digits for small heights; not the square-root rule √(2Rh).
  /// - Returns: Distance along the surface; zero for heights of zero and below.
  /// - Accuracy: a few units in the last place (`the horizon keeps its digits`).
  public func horizonDistance(from height: Length) -> Length {
    let h = height.metres
    guard h > 0 else { return .zero }
    let r = radius.metres
    return .metres(r * atan2((h * (2 * r + h)).squareRoot(), r))
  }

  /// The ground distance beyond which two places at these heights cannot see one another.
  /// - Returns: The sum of both horizons; zero when either height is negative, for such a place lies under the surface.
  public func horizonDistance(between a: Length, and b: Length) -> Length {
    guard a.metres >= 0, b.metres >= 0 else { return .zero }
    return horizonDistance(from: a) + horizonDistance(from: b)
  }

  /// The straight-line distance between two places at a ground distance.
  public func slantRange(groundDistance: Length, from a: Length, to b: Length) -> Length {
    let difference = (b - a).metres
    let half = sin(groundDistance.metres / radius.metres / 2)
    let product = (radius + a).metres * (radius + b).metres
    return .metres((difference * difference + 4 * product * half * half).squareRoot())
  }

  /// The ground distance at which the slant range between two heights has a value.
  /// - Returns: The ground distance; nil when the slant range is shorter than the difference of the heights, so that no
  ///   place has it; half the circumference when it is longer than any.
  public func groundDistance(slantRange: Length, from a: Length, to b: Length) -> Length? {
    let difference = (b - a).metres
    let slant = slantRange.metres
    guard slant >= abs(difference) else { return nil }
    let product = (radius + a).metres * (radius + b).metres
    let half = ((slant - difference) * (slant + difference) / (4 * product)).squareRoot()
    return .metres(2 * radius.metres * asin(min(half, 1)))
  }

  /// The elevation angle under which a target appears, above the local horizontal at the antenna.
  /// - Returns: −90° to 90°; straight up or down for a ground distance of zero, zero where both places coincide.
  public func elevation(groundDistance: Length, from antenna: Length, to target: Length) -> Angle {
    let angle = groundDistance.metres / radius.metres
    let half = sin(angle / 2)
    let outer = (radius + target).metres
    return .radians(atan2((target - antenna).metres - 2 * outer * half * half, outer * sin(angle)))
  }

  /// The span of ground distances in which a target at a height appears at an elevation angle or above it.
  ///
  /// A target above the antenna is overhead at no distance and sinks with distance, so the span begins at zero. A target
  /// below the antenna rises from straight down and sinks again behind the bulge of the Earth.
  /// - Returns: The nearest and the farthest such ground distance; nil when the target never appears that high.
  public func groundSpan(elevationAtLeast elevation: Angle, from antenna: Length, to target: Length) -> (
    nearest: Length, farthest: Length
  )? {
    let r1 = (radius + antenna).metres
    let r2 = (radius + target).metres
    let e = elevation.radians
    // Along the ray, r·cos(local elevation) keeps its value; the local elevation at the target is e + θ.
    let cosine = r1 * cos(e) / r2
    guard cosine <= 1 else { return nil }
    let local = acos(max(cosine, -1))
    let farthest = local - e
    guard farthest >= 0 else { return nil }
    let nearest = r2 >= r1 ? 0 : max(0, -local - e)
    return (.metres(radius.metres * nearest), .metres(radius.metres * farthest))
  }
}
