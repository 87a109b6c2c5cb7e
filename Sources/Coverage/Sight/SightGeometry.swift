internal import Foundation

/// Straight lines over an effective sphere, as seen from an antenna; metres and radians.
///
/// A place is given by the angle θ between it and the antenna at the centre of the Earth and by w = z/(1 + z/B), z being its
/// height above the antenna and B the antenna's distance from the centre. The tangent of the elevation angle under which
/// it is seen is then (w − 2B sin²(θ/2))/(B sin θ): the same numbers as in the exact floor.
struct SightGeometry: Sendable {
  /// k times the radius of curvature, metres.
  let radius: Double
  /// Altitude of the antenna, metres.
  let antenna: Double

  /// From the centre to the antenna.
  private var big: Double { radius + antenna }

  private func w(_ altitude: Double) -> Double {
    let above = altitude - antenna
    return above / (1 + above / big)
  }

  /// Tangent of the elevation angle of a place.
  func slope(distance: Double, altitude: Double) -> Double {
    let angle = distance / radius
    let half = sin(angle / 2)
    // A millionth of a metre away is straight up or down, not a division by zero.
    return (w(altitude) - 2 * big * half * half) / max(big * sin(angle), 1e-6)
  }

  /// Altitude at a distance of the line of a slope; infinite where the line never comes there.
  func altitude(distance: Double, slope: Double) -> Double {
    let angle = distance / radius
    let half = sin(angle / 2)
    let w = slope * big * sin(angle) + 2 * big * half * half
    return w < big ? antenna + w / (1 - w / big) : .infinity
  }

  /// The antenna's altitude from which the line to a target grazes an obstacle; infinite where none does.
  ///
  /// The line is 1/r = A cos θ + B sin θ; A follows from obstacle and target, and 1/A is its radius over the antenna.
  func antenna(target: (distance: Double, altitude: Double), over obstacle: (distance: Double, altitude: Double))
    -> Double
  {
    let (t, p) = (target.distance / radius, obstacle.distance / radius)
    guard t > p else { return -.infinity }
    let bend = 4 * sin(t / 2) * sin(p / 2) * sin((t - p) / 2)
    let lift = w(obstacle.altitude) * sin(t) - w(target.altitude) * sin(p)
    let w = (bend * big + lift) / sin(t - p)
    return w < big ? antenna + w / (1 - w / big) : .infinity
  }

  /// How far apart, along the ground, antenna and target at most see one another over smooth ground of an altitude; nil
  /// when one of them lies under it.
  func horizon(target: Double, overGroundAt level: Double) -> Double? {
    func reach(_ altitude: Double) -> Double? {
      let (h, r) = (altitude - level, radius + level)
      return h >= 0 ? radius * atan2((h * (2 * r + h)).squareRoot(), r) : nil
    }
    guard let a = reach(antenna), let b = reach(target) else { return nil }
    return a + b
  }
}
