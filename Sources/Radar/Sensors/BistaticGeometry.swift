internal import Foundation
public import Units

/// A transmitter and a receiver at two places, as passive coherent location has them with a broadcaster as its illuminator.
///
/// Places are Cartesian coordinates in metres, in any frame. Where both places coincide all becomes what a monostatic radar
/// has.
/// - Accuracy: exact in free space.
/// - Source: Willis, Bistatic Radar, 2nd ed., SciTech 2005: § 3.1 (triangle), 4.2 (ovals of Cassini), 6.3 (Doppler).
public struct BistaticGeometry: Sendable, Hashable {
  /// Place of the transmitter, m.
  public let transmitter: SIMD3<Double>
  /// Place of the receiver, m.
  public let receiver: SIMD3<Double>

  /// A pair of places, in metres.
  public init(transmitter: SIMD3<Double>, receiver: SIMD3<Double>) {
    self.transmitter = transmitter
    self.receiver = receiver
  }

  /// The distance between transmitter and receiver.
  public var baseline: Length { .metres((receiver - transmitter).length) }

  /// The way from the transmitter by the target to the receiver, less the baseline: what such a sensor measures.
  public func bistaticRange(of target: SIMD3<Double>) -> Length {
    .metres((target - transmitter).length + (target - receiver).length - baseline.metres)
  }

  /// The angle at the target between the directions to both; zero where one of them is at the target.
  public func bistaticAngle(at target: SIMD3<Double>) -> Angle {
    let (a, b) = ((transmitter - target).unit, (receiver - target).unit)
    // The half angle by differences: keeps its digits near 0° and 180°.
    return .radians(2 * atan2((a - b).length, (a + b).length))
  }

  /// The range of a monostatic radar with the same echo: the root of the product of both distances.
  ///
  /// The echo goes with 1/(R_T²·R_R²); where this is the constant κ, the sensor's range lies on an oval of Cassini.
  public func equivalentRange(of target: SIMD3<Double>) -> Length {
    .metres(((target - transmitter).length * (target - receiver).length).squareRoot())
  }

  /// Whether the ground that is covered within an equivalent range κ is one area, or one around each place.
  ///
  /// The oval parts in two where the baseline is longer than 2κ.
  public func isOneArea(within equivalentRange: Length) -> Bool { baseline <= equivalentRange * 2 }

  /// The rate at which the way by the target to the receiver grows, m/s; minus this over the wavelength is the Doppler shift.
  ///
  /// Zero for a target that crosses the bisector, and anywhere on the baseline.
  public func rangeRate(of target: SIMD3<Double>, velocity: SIMD3<Double>) -> Double {
    let outward = (target - transmitter).unit + (target - receiver).unit
    return (velocity * outward).sum()
  }

  /// The depth of a resolution cell along the bisector: c/(2·B·cos(β/2)); infinite on the baseline, where echo and direct
  /// signal come together.
  /// - Parameter bandwidth: Bandwidth of the signal, above zero.
  public func rangeResolution(at target: SIMD3<Double>, bandwidth: Frequency) -> Length {
    .metres(Speed.light.metresPerSecond / (2 * bandwidth.hertz * cos(bistaticAngle(at: target).radians / 2)))
  }
}

extension SIMD3<Double> {
  var length: Double { (self * self).sum().squareRoot() }
  /// The direction; zero for a vector of no length.
  var unit: SIMD3<Double> { length > 0 ? self / length : .zero }
}
