internal import Foundation
public import Units

extension ApertureTaper {
  /// The mask over the side lobes in place of lobes and zeros: −a·ln(b·|θ|/θ₃), from where the main lobe has fallen to
  /// `begin`, down to a floor; all in decibels.
  private var peakMask: (a: Double, b: Double, begin: Double, floor: Double) {
    switch self {
    case .uniform: (8.584, 2.876, -5.75, -30)
    case .cosine: (17.51, 2.33, -14.4, -50)
    case .cosineSquared: (26.882, 1.962, -22.3, -60)
    case .cosineCubed: (35.84, 1.756, -31.5, -70)
    }
  }

  /// The gain off the axis with the peak mask for side lobes: what planning uses where the zeros of a real antenna are not
  /// known.
  /// - Parameter beamwidth: Between half-power points, above zero.
  /// - Accuracy: over the peaks of the exact side lobes within 0.7 dB (`the masks lie over the side lobes`).
  /// - Source: ITU-R M.1851-1, Table 3 (peak pattern).
  public func maskedGain(offAxis angle: Angle, beamwidth: Angle) -> Decibels {
    let mask = peakMask
    let lobe = gain(offAxis: angle, beamwidth: beamwidth)
    if angle.magnitude <= .degrees(90), lobe.value >= mask.begin { return lobe }
    return Decibels(max(-mask.a * log(mask.b * (angle.magnitude / beamwidth)), mask.floor))
  }
}
