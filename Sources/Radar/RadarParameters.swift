public import Units

/// What a catalogue may state of a radar's physics, besides the ranges of ``RadarType``. Nothing of it is required.
public struct RadarParameters: Sendable, Hashable {
  /// The probability of detection for which the type's detection range holds; above zero and below one.
  public var detectionProbability: Double?
  /// The probability of false alarm at which it holds, per look at one resolution cell.
  public var falseAlarmProbability: Double?
  /// How the target of that range fluctuates.
  public var fluctuation: TargetFluctuation?
  /// The number of pulses that are integrated in one look.
  public var pulses: Int?

  /// The carrier's frequency.
  public var frequency: Frequency?
  /// The carrier's polarization.
  public var polarization: Polarization?
  /// Peak power of the transmitter.
  public var peakPower: Power?
  /// Duration of the transmitted pulse, before compression, s.
  public var pulseSeconds: Double?
  /// Greatest gain of the transmitting antenna, relative to an isotropic one.
  public var transmitGain: Decibels?
  /// Greatest gain of the receiving antenna; nil for that of the transmitting one.
  public var receiveGain: Decibels?
  /// Noise temperature of the system, K.
  public var systemTemperatureKelvin: Double?
  /// Noise figure of the receiver; counts where no temperature is stated.
  public var noiseFigure: Decibels?
  /// All losses that do not depend on the range, two-way where they are two-way.
  public var losses: Decibels?

  /// Pulse repetition frequency.
  public var pulseRepetition: Frequency?
  /// Whether the pulses are staggered, so that others fill the blind speeds of each frequency.
  public var isStaggered = false
  /// Radial speed below which the moving-target filter takes an echo for clutter.
  public var minimumRadialSpeed: Speed?

  /// How the gain varies with the elevation angle above the antenna's own horizontal; nil where it is not stated.
  public var elevationPattern: ElevationPattern?
  /// Width of the beam in elevation between its half-power points; of each, in a stack of beams.
  public var elevationBeamwidth: Angle?
  /// Width of the beam in azimuth between its half-power points.
  public var azimuthBeamwidth: Angle?

  /// What is stated of receivers of other transmitters' signals.
  public var sensor = SensorParameters()

  /// Whether the type's detection range was computed from the range equation, and not promised.
  public var givesRange = false

  /// Nothing stated.
  public init() {}
}

extension RadarParameters {
  /// The reference temperature of noise figures, K.
  /// - Source: IEEE Std 686-2017, “noise figure”.
  public static let referenceTemperature = 290.0

  /// The noise temperature of the system, K: as stated, otherwise T₀·F of the noise figure, whose antenna is at T₀ = 290 K.
  public var noiseTemperatureKelvin: Double? {
    systemTemperatureKelvin ?? noiseFigure.map { Self.referenceTemperature * $0.ratio }
  }

  /// Names of the columns that the range equation still needs; empty when all of it is stated.
  public var missingOfEquation: [String] {
    [
      ("frequency", frequency == nil), ("peak_power", peakPower == nil), ("pulse_width", pulseSeconds == nil),
      ("transmit_gain", transmitGain == nil), ("noise_temperature or noise_figure", noiseTemperatureKelvin == nil),
      ("losses", losses == nil),
    ].filter(\.1).map(\.0)
  }

  /// The range equation of the parameters; nil when one of them is not stated: see ``missingOfEquation``.
  /// - Throws: ``RangeEquationError`` for parameters out of range.
  public func equation() throws(RangeEquationError) -> RangeEquation? {
    guard let frequency, let peakPower, let pulseSeconds, let transmitGain, let losses,
      let temperature = noiseTemperatureKelvin
    else { return nil }
    return try RangeEquation(
      peakPower: peakPower, pulseSeconds: pulseSeconds, transmitGain: transmitGain, receiveGain: receiveGain,
      frequency: frequency, systemTemperatureKelvin: temperature, losses: losses)
  }
}
