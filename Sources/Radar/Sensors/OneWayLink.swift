internal import Foundation
public import Units

/// A link that is travelled once: an aircraft transmits and a ground station receives, as with ADS-B, multilateration and the
/// replies to a secondary radar.
///
/// The received power is P·G·Gᵣ·(λ/4πR)²/L, so that the range goes with the square root of the power, not with its fourth
/// root as an echo's does.
/// - Accuracy: exact in free space; the horizon, terrain and the aircraft's antenna pattern are not in it.
/// - Source: ITU-R P.525-4, eq. 3; Friis, Proc. IRE 34 (1946), 254.
public struct OneWayLink: Sendable, Hashable {
  /// Power at the transmitting antenna.
  public let power: Power
  /// Gain of both antennas together.
  public let gain: Decibels
  /// Frequency.
  public let frequency: Frequency
  /// All losses.
  public let losses: Decibels

  /// A link from its parameters.
  /// - Parameters:
  ///   - power: Power at the transmitting antenna.
  ///   - transmitGain: Gain of the transmitting antenna in the direction of the receiver, relative to isotropic.
  ///   - receiveGain: Gain of the receiving antenna.
  ///   - frequency: Frequency; 1090 MHz for ADS-B and replies of transponders.
  ///   - losses: Cables, polarisation, weather.
  /// - Throws: ``RangeEquationError`` unless power and frequency are above zero, gains numbers and losses not negative; all
  ///   faults at once.
  public init(
    power: Power, transmitGain: Decibels = Decibels(0), receiveGain: Decibels, frequency: Frequency,
    losses: Decibels = Decibels(0)
  ) throws(RangeEquationError) {
    var problems: [String] = []
    if !(power > .zero && power.isFinite) { problems.append("a power of \(power.watts) W") }
    if !(frequency > .zero && frequency.isFinite) { problems.append("a frequency of \(frequency.hertz) Hz") }
    if !transmitGain.value.isFinite || !receiveGain.value.isFinite { problems.append("a gain that is not a number") }
    if !(losses.value >= 0 && losses.value.isFinite) { problems.append("losses of \(losses.value) dB") }
    guard problems.isEmpty else {
      throw RangeEquationError(
        .parameterOutOfRange, problems.joined(separator: ", "),
        remedy: "give positive numbers, and losses of zero or more")
    }
    self.power = power
    gain = Decibels(transmitGain.value + receiveGain.value)
    self.frequency = frequency
    self.losses = losses
  }

  /// The received power, in decibels above one watt; infinite at a distance of zero.
  public func receivedPower(at distance: Length) -> Decibels {
    let free = FreeSpaceLoss.oneWay(distance: distance, frequency: frequency)
    return Decibels(10 * log10(power.watts) + gain.value - losses.value - free.value)
  }

  /// The distance at which the received power has fallen to the receiver's sensitivity, in free space.
  /// - Parameter sensitivity: The least power that is decoded, in decibels above one watt (dBm less 30).
  public func range(sensitivity: Decibels) -> Length {
    let margin = 10 * log10(power.watts) + gain.value - losses.value - sensitivity.value
    return frequency.wavelength * (pow(10, margin / 20) / (4 * Double.pi))
  }
}
