internal import Foundation
public import Units

/// The basic transmission loss in free space.
public enum FreeSpaceLoss {
  /// The one-way loss between two isotropic antennas: 20·log₁₀(4πd/λ).
  /// - Returns: Decibels; minus infinity for a distance of zero.
  /// - Accuracy: exact.
  /// - Source: ITU-R P.525-4, eq. 3.
  public static func oneWay(distance: Length, frequency: Frequency) -> Decibels {
    Decibels(20 * log10(4 * Double.pi * distance.metres / frequency.wavelength.metres))
  }
}
