internal import Foundation
public import Units

/// Which radial speeds a moving-target filter takes for ground.
///
/// The filter rejects echoes whose radial speed is below a limit: the target that flies across the beam (the tangential
/// notch). A pulse radar sees the Doppler shift only modulo its repetition frequency f, so that the same speeds around each
/// multiple of λ·f/2 (the blind speeds) are rejected as well.
/// - Source: Skolnik, Introduction to Radar Systems, 3rd ed., eq. 3.4: vₙ = n·λ·f/2.
public struct MovingTargetLimit: Sendable, Hashable {
  /// Radial speeds below it are not detected.
  public let minimumRadialSpeed: Speed
  /// The first blind speed; nil where none is known, or where staggered pulses fill them.
  public let blindSpeed: Speed?

  /// A filter.
  /// - Parameters:
  ///   - minimumRadialSpeed: Zero or more.
  ///   - blindSpeed: The first blind speed, above zero.
  public init(minimumRadialSpeed: Speed, blindSpeed: Speed? = nil) {
    self.minimumRadialSpeed = minimumRadialSpeed
    self.blindSpeed = blindSpeed
  }

  /// The first blind speed of a radar, λ·f/2.
  public static func blindSpeed(frequency: Frequency, pulseRepetition: Frequency) -> Speed {
    .metresPerSecond(frequency.wavelength.metres * pulseRepetition.hertz / 2)
  }

  /// How far a radial speed is above what the filter rejects, m/s: negative where the echo is rejected.
  ///
  /// Its sign changes where a target enters or leaves the notch, and it is continuous between.
  public func margin(radialMetresPerSecond speed: Double) -> Double {
    var offset = abs(speed)
    if let blind = blindSpeed?.metresPerSecond, blind > 0 { offset = abs(offset.remainder(dividingBy: blind)) }
    return offset - minimumRadialSpeed.metresPerSecond
  }

  /// Whether a radial speed is nearer to a blind speed than to zero, so that an echo that is rejected is taken for one of the
  /// ground by its pulses, and not because it flies across the beam.
  public func isNearBlindSpeed(radialMetresPerSecond speed: Double) -> Bool {
    guard let blind = blindSpeed?.metresPerSecond, blind > 0, speed.isFinite else { return false }
    return abs(speed) > blind / 2
  }

  /// Whether the filter rejects an echo of a radial speed.
  public func isBlind(radialMetresPerSecond speed: Double) -> Bool { margin(radialMetresPerSecond: speed) < 0 }
}
