internal import Foundation
public import Units

/// The radar range equation of a pulse radar whose receiver is matched to its pulse.
///
/// The signal-to-noise ratio of one pulse is
/// Pₜ·τ·Gₜ·Gᵣ·λ²·σ / ((4π)³·R⁴·k·Tₛ·L). It is solved for the ratio, the range, the cross-section or the peak power. Losses
/// that grow with the range (air, rain, diffraction) are not in it: see ``RadarModel``.
/// - Accuracy: exact; the printed digits of two public examples (`the range equation gives the printed examples`).
/// - Source: Skolnik, Radar Handbook, 3rd ed., eq. 1.10 and 1.11; IEEE Std 686.
public struct RangeEquation: Sendable, Hashable {
  /// Peak power of the transmitter.
  public var peakPower: Power
  /// Duration of the pulse that counts for energy, s: of an expanded one before compression.
  public var pulseSeconds: Double
  /// Gain of the transmitting antenna.
  public var transmitGain: Decibels
  /// Gain of the receiving antenna.
  public var receiveGain: Decibels
  /// Frequency.
  public var frequency: Frequency
  /// Noise temperature of the system, K.
  public var systemTemperatureKelvin: Double
  /// All losses, two-way where they are two-way.
  public var losses: Decibels

  /// A radar from its parameters.
  /// - Throws: ``RangeEquationError`` unless power, pulse, frequency and temperature are above zero, and gains and losses
  ///   numbers, losses not negative; all faults at once.
  public init(
    peakPower: Power, pulseSeconds: Double, transmitGain: Decibels, receiveGain: Decibels? = nil, frequency: Frequency,
    systemTemperatureKelvin: Double, losses: Decibels = Decibels(0)
  ) throws(RangeEquationError) {
    func isPositive(_ value: Double) -> Bool { value > 0 && value.isFinite }
    let receiveGain = receiveGain ?? transmitGain
    var problems: [String] = []
    if !isPositive(peakPower.watts) { problems.append("a peak power of \(peakPower.watts) W") }
    if !isPositive(pulseSeconds) { problems.append("a pulse of \(pulseSeconds) s") }
    if !isPositive(frequency.hertz) { problems.append("a frequency of \(frequency.hertz) Hz") }
    if !isPositive(systemTemperatureKelvin) { problems.append("a noise temperature of \(systemTemperatureKelvin) K") }
    if !transmitGain.value.isFinite || !receiveGain.value.isFinite { problems.append("a gain that is not a number") }
    if !(losses.value >= 0 && losses.value.isFinite) { problems.append("losses of \(losses.value) dB") }
    guard problems.isEmpty else {
      throw RangeEquationError(
        .parameterOutOfRange,
        problems.joined(separator: ", "),
        remedy: "give positive numbers, and losses of zero or more")
    }
    self.peakPower = peakPower
    self.pulseSeconds = pulseSeconds
    self.transmitGain = transmitGain
    self.receiveGain = receiveGain
    self.frequency = frequency
    self.systemTemperatureKelvin = systemTemperatureKelvin
    self.losses = losses
  }

  /// Boltzmann's constant, J/K, by definition of the kelvin.
  public static let boltzmann = 1.380649e-23

  /// One factor of the equation, in decibels.
  public struct Term: Sendable, Hashable {
    /// What it is: `peak power (dBW)`.
    public let name: String
    /// How much it adds to the signal-to-noise ratio; negative where it takes from it.
    public let decibels: Double
  }

  /// The equation line by line: the terms add up to ``signalToNoise(range:crossSection:)``.
  public func budget(range: Length, crossSection: Area) -> [Term] {
    [
      Term(name: "peak power (dBW)", decibels: 10 * log10(peakPower.watts)),
      Term(name: "pulse duration (dBs)", decibels: 10 * log10(pulseSeconds)),
      Term(name: "transmitting gain (dBi)", decibels: transmitGain.value),
      Term(name: "receiving gain (dBi)", decibels: receiveGain.value),
      Term(name: "wavelength squared (dBm²)", decibels: 20 * log10(frequency.wavelength.metres)),
      Term(name: "cross-section (dBm²)", decibels: 10 * log10(crossSection.squareMetres)),
      Term(name: "(4π)³", decibels: -30 * log10(4 * Double.pi)),
      Term(name: "range to the fourth (dBm⁴)", decibels: -40 * log10(range.metres)),
      Term(name: "Boltzmann’s constant (dBJ/K)", decibels: -10 * log10(Self.boltzmann)),
      Term(name: "noise temperature (dBK)", decibels: -10 * log10(systemTemperatureKelvin)),
      Term(name: "losses (dB)", decibels: -losses.value),
    ]
  }

  /// The signal-to-noise ratio of one pulse.
  /// - Returns: Minus infinity for a cross-section of zero, infinity for a range of zero.
  public func signalToNoise(range: Length, crossSection: Area) -> Decibels {
    Decibels(ratio: signal * crossSection.squareMetres / pow(range.metres, 4))
  }

  /// The range at which a target gives a ratio.
  public func range(signalToNoise: Decibels, crossSection: Area) -> Length {
    .metres(pow(signal * crossSection.squareMetres / signalToNoise.ratio, 0.25))
  }

  /// The cross-section that gives a ratio at a range.
  public func crossSection(signalToNoise: Decibels, range: Length) -> Area {
    .squareMetres(signalToNoise.ratio * pow(range.metres, 4) / signal)
  }

  /// The peak power that gives a ratio for a target at a range, in place of ``peakPower``.
  public func peakPower(signalToNoise: Decibels, range: Length, crossSection: Area) -> Power {
    let ratio = self.signalToNoise(range: range, crossSection: crossSection).ratio
    return peakPower * (signalToNoise.ratio / ratio)
  }

  /// The ratio for one square metre at one metre.
  private var signal: Double {
    let wavelength = frequency.wavelength.metres
    return peakPower.watts * pulseSeconds * transmitGain.ratio * receiveGain.ratio * wavelength * wavelength
      / (pow(4 * Double.pi, 3) * Self.boltzmann * systemTemperatureKelvin * losses.ratio)
  }
}
