internal import Foundation

/// Sine and cosine of angles in degrees, exact at multiples of 30° and 45°, so that a wind at such an angle is.
enum DegreeTrigonometry {
  /// Sine and cosine.
  static func sineCosine(_ degrees: Double) -> (sine: Double, cosine: Double) {
    // Exact: the remainder of a division by 90 has no rounding.
    let rest = degrees.remainder(dividingBy: 90)
    let quadrant = ((degrees - rest) / 90).truncatingRemainder(dividingBy: 4)
    let radians = rest * .pi / 180
    var (sine, cosine) = (sin(radians), cos(radians))
    switch abs(rest) {
    case 30: sine = rest > 0 ? 0.5 : -0.5
    case 45: (sine, cosine) = (rest > 0 ? 0.5.squareRoot() : -(0.5.squareRoot()), 0.5.squareRoot())
    default: break
    }
    switch quadrant < 0 ? quadrant + 4 : quadrant {
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    case 3: return (-cosine, sine)
    default: return (sine, cosine)
    }
  }

  /// An azimuth from 0° to below 360°.
  static func compass(_ degrees: Double) -> Double {
    let rest = degrees.truncatingRemainder(dividingBy: 360)
    let turned = rest < 0 ? rest + 360 : rest
    return turned >= 360 || turned == 0 ? 0 : turned
  }
}
