internal import Foundation
public import Units

/// How the field over a line aperture falls towards its ends: as cosⁿ(πx), x from −½ to ½.
public enum ApertureTaper: Int, Sendable, Hashable, CaseIterable {
  /// Even: first side lobe −13.3 dB.
  case uniform = 0
  /// A cosine: −23 dB.
  case cosine = 1
  /// A squared cosine: −31.5 dB.
  case cosineSquared = 2
  /// A cubed cosine: −39 dB.
  case cosineCubed = 3

  /// μ at the half-power point: where ``field(_:)`` is 1/√2.
  ///
  /// ITU-R M.1851-1 writes the same as the aperture's length in wavelengths times the beamwidth in degrees, with three
  /// digits: 50.8, 68.8, 83.2 and 95.
  private var halfPower: Double {
    switch self {
    case .uniform: 1.3915573782515096
    case .cosine: 1.8676215105779685
    case .cosineSquared: 2.2628618252976307
    case .cosineCubed: 2.6051194373159654
    }
  }

  /// The gain off the axis relative to that on it, one way; minus infinity at the pattern's zeros.
  /// - Parameter beamwidth: Between half-power points, above zero.
  public func gain(offAxis angle: Angle, beamwidth: Angle) -> Decibels {
    let mu = halfPower * sin(angle.radians) / sin(beamwidth.radians / 2)
    return Decibels(20 * log10(abs(field(mu))))
  }

  /// The transform of the feed at μ = π·(l/λ)·sin θ, relative to that at zero.
  /// - Source: ITU-R M.1851-1, Table 1, divided by its value at zero.
  func field(_ mu: Double) -> Double {
    let half = Double.pi / 2
    switch self {
    case .uniform: return Self.sinc(mu)
    case .cosine:
      // At μ = ±π/2 numerator and denominator vanish together.
      let gap = half * half - mu * mu
      return abs(gap) < 1e-6 ? Double.pi / 4 : half * half * cos(mu) / gap
    case .cosineSquared:
      let gap = Double.pi * Double.pi - mu * mu
      return abs(gap) < 1e-6 ? 0.5 : Self.sinc(mu) * Double.pi * Double.pi / gap
    case .cosineCubed:
      let first = half * half - mu * mu
      let second = 9 * half * half - mu * mu
      let scale = 9 * half * half * half * half
      if abs(first) < 1e-6 { return scale / (Double.pi * second) }
      if abs(second) < 1e-6 { return -scale / (3 * Double.pi * first) }
      return scale * cos(mu) / (first * second)
    }
  }

  private static func sinc(_ x: Double) -> Double { abs(x) < 1e-8 ? 1 : sin(x) / x }
}
