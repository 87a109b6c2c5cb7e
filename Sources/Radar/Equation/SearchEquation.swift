internal import Foundation
public import Units

/// The search form of the range equation: what average power and aperture a volume costs.
public enum SearchEquation {
  /// The product of average power and effective aperture that searches a solid angle in a time.
  ///
  /// Pₐᵥ·A = 4π·k·Tₛ·L·R⁴·Ω·SNR / (σ·t).
  /// - Parameters:
  ///   - range: Where the target is.
  ///   - crossSection: The target's.
  ///   - signalToNoise: What detection needs.
  ///   - seconds: The time to search all of it, s.
  ///   - solidAngle: What is searched, sr: see ``solidAngle(azimuths:elevations:)``.
  ///   - systemTemperatureKelvin: Noise temperature of the system, K.
  ///   - losses: All losses.
  /// - Returns: W·m².
  /// - Accuracy: exact; the printed digits of a public example (`the range equation gives the printed examples`).
  /// - Source: Skolnik, Radar Handbook, 3rd ed., eq. 1.15.
  public static func powerAperture(
    range: Length, crossSection: Area, signalToNoise: Decibels, seconds: Double, solidAngle: Double,
    systemTemperatureKelvin: Double, losses: Decibels
  ) -> Double {
    4 * Double.pi * RangeEquation.boltzmann * systemTemperatureKelvin * losses.ratio * pow(range.metres, 4) * solidAngle
      * signalToNoise.ratio / (crossSection.squareMetres * seconds)
  }

  /// The solid angle between two elevations over a width of azimuth, sr.
  public static func solidAngle(azimuths width: Angle, elevations: ClosedRange<Angle>) -> Double {
    width.radians * (sin(elevations.upperBound.radians) - sin(elevations.lowerBound.radians))
  }
}
