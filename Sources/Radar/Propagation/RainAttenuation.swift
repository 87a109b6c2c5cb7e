internal import Foundation
public import Units

/// Attenuation by rain.
///
/// Valid from 1 to 1,000 GHz.
/// - Accuracy: the digits of the ITU-R's validation table, 64 rows (`rain attenuation agrees with the validation table`).
/// - Source: ITU-R P.838-3 (03/2005).
public struct RainAttenuation: Sendable, Hashable {
  /// The coefficient k of γ = k·Rᵅ.
  public let k: Double
  /// The exponent α of γ = k·Rᵅ.
  public let alpha: Double

  /// The coefficients for a frequency and a path.
  /// - Parameters:
  ///   - frequency: 1 to 1,000 GHz.
  ///   - elevation: The path's elevation angle.
  ///   - tilt: The polarization's tilt from the horizontal: see ``Polarization/tilt``.
  /// - Throws: ``PropagationError`` with code `frequencyOutOfRange`.
  public init(frequency: Frequency, elevation: Angle, tilt: Angle) throws(PropagationError) {
    guard frequency >= .gigahertz(1), frequency <= .gigahertz(1000) else {
      throw PropagationError(
        .frequencyOutOfRange,
        "\(frequency.gigahertz) GHz: ITU-R P.838 gives rain attenuation from 1 to 1000 GHz")
    }
    let f = log10(frequency.gigahertz)
    let kH = pow(10, Self.kH.value(f))  // eq. 2
    let kV = pow(10, Self.kV.value(f))
    let alphaH = Self.alphaH.value(f)  // eq. 3
    let alphaV = Self.alphaV.value(f)
    let cosine = cos(elevation.radians)
    let turn = cosine * cosine * cos(2 * tilt.radians)
    k = (kH + kV + (kH - kV) * turn) / 2  // eq. 4
    alpha = (kH * alphaH + kV * alphaV + (kH * alphaH - kV * alphaV) * turn) / (2 * k)  // eq. 5
  }

  /// The specific attenuation of a rain rate.
  /// - Parameter rate: Millimetres an hour, not negative.
  /// - Returns: dB/km; zero without rain.
  /// - Throws: ``PropagationError`` with code `rainRateOutOfRange`.
  public func specific(rate: Double) throws(PropagationError) -> Double {
    guard rate >= 0, rate.isFinite else {
      throw PropagationError(
        .rainRateOutOfRange, "a rain rate of \(rate) mm/h", remedy: "give zero or more, as in 20")
    }
    return rate == 0 ? 0 : k * pow(rate, alpha)  // eq. 1
  }

  /// A sum of bells over log₁₀ f and a straight line.
  private struct Curve {
    /// Height, centre and width of each bell.
    let bells: [(a: Double, b: Double, c: Double)]
    /// Slope and value at 1 GHz of the line.
    let m, c: Double

    func value(_ f: Double) -> Double {
      bells.reduce(m * f + c) { sum, bell in
        let x = (f - bell.b) / bell.c
        return sum + bell.a * exp(-x * x)
      }
    }
  }

  /// Table 1.
  private static let kH = Curve(
    bells: [
      (-5.33980, -0.10008, 1.13098), (-0.35351, 1.26970, 0.45400), (-0.23789, 0.86036, 0.15354),
      (-0.94158, 0.64552, 0.16817),
    ], m: -0.18961, c: 0.71147)
  /// Table 2.
  private static let kV = Curve(
    bells: [
      (-3.80595, 0.56934, 0.81061), (-3.44965, -0.22911, 0.51059), (-0.39902, 0.73042, 0.11899),
      (0.50167, 1.07319, 0.27195),
    ], m: -0.16398, c: 0.63297)
  /// Table 3.
  private static let alphaH = Curve(
    bells: [
      (-0.14318, 1.82442, -0.55187), (0.29591, 0.77564, 0.19822), (0.32177, 0.63773, 0.13164),
      (-5.37610, -0.96230, 1.47828), (16.1721, -3.29980, 3.43990),
    ], m: 0.67849, c: -1.95537)
  /// Table 4.
  private static let alphaV = Curve(
    bells: [
      (-0.07771, 2.33840, -0.76284), (0.56727, 0.95545, 0.54039), (-0.20238, 1.14520, 0.26809),
      (-48.2991, 0.791669, 0.116226), (48.5833, 0.791459, 0.116479),
    ], m: -0.053739, c: 0.83433)
}
