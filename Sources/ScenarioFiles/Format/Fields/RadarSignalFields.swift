import Radar
import Scenario
import Units

/// The columns of a radar type's physics. All are optional, and none changes what the columns of ranges say.
enum RadarSignalFields {
  static let detectionProbability = Field<Double>.probability(
    "detection_probability", .optional("0.8"), 0.01...0.999999,
    "Probability of detection for which `detection_range` holds, per look.")
  static let falseAlarmProbability = Field<Double>.probability(
    "false_alarm_probability", .optional("1e-6"), 1e-20...0.5,
    "Probability of false alarm for which `detection_range` holds, per resolution cell; below `detection_probability`.")
  static let fluctuation = Field<TargetFluctuation>.swerling(
    "fluctuation", aliases: ["swerling"], .optional("1; 0 of a secondary radar"),
    "Swerling case of the target: 0 steady, 1 and 3 from scan to scan, 2 and 4 from pulse to pulse.")
  static let pulses = Field<Int>.count(
    "pulses", .optional("the hits per scan where beamwidth, revisit and prf state them; otherwise 1"), 1...100_000,
    "Number of pulses integrated in one look.")

  static let frequency = Field<Frequency>.amount(
    "frequency", .optional("unknown: no loss in air and rain"), .megahertz(1)...(.gigahertz(300)),
    "Carrier frequency."
  ) { "\($0.gigahertz.significant(6)) GHz" }
  /// The same as text.
  static let frequencyText = Field<String>.text("frequency", .optional(""), "")
  static let polarization = Field<Polarization>.choice(
    "polarization", .optional("horizontal"), "Polarization of the wave, on which rain attenuation depends.")
  static let peakPower = Field<Power>.amount(
    "peak_power", .optional("not stated"), .watts(1)...(.kilowatts(100_000)), "Peak power of the transmitter."
  ) { "\($0.kilowatts.significant(6)) kW" }
  static let pulseWidth = Field<Double>.scaled(
    "pulse_width", .optional("not stated"), "a pulse width", ScaledUnit.seconds, 1e-3...1e6,
    "Duration of the transmitted pulse, before compression."
  ) { $0 }
  static let transmitGain = Field<Decibels>.gain(
    "transmit_gain", aliases: ["antenna_gain", "gain"], .optional("not stated"),
    "Greatest gain of the transmitting antenna over an isotropic one.")
  static let receiveGain = Field<Decibels>.gain(
    "receive_gain", .optional("the transmitting one"), "Greatest gain of the receiving antenna.")
  static let noiseTemperature = Field<Double>.scaled(
    "noise_temperature", .optional("290 K times the noise figure"), "a noise temperature", ScaledUnit.kelvins, 1...1e6,
    "Noise temperature of the system."
  ) { $0 }
  static let noiseFigure = Field<Decibels>.decibels(
    "noise_figure", .optional("not stated"), 0...40, "Noise figure of the receiver, where no temperature is stated.")
  static let losses = Field<Decibels>.decibels(
    "losses", aliases: ["system_losses"], .optional("not stated"), 0...60,
    "All losses that do not depend on range, both ways: lines, scanning, processing.")

  static let pulseRepetition = Field<Frequency>.amount(
    "prf", aliases: ["pulse_repetition_frequency"], .optional("not stated"), .hertz(1)...(.megahertz(1)),
    "Pulse repetition frequency; of a staggered one the mean, with `prf_staggered: yes`. With `frequency` and "
      + "`minimum_radial_speed` a constant one has blind speeds, which count with the key `detection`."
  ) { "\($0.hertz.significant(6)) Hz" }
  static let staggered = Field<Bool>.flag(
    "prf_staggered", .optional("no"), "Whether the pulses are staggered: then there are no blind speeds.")
  static let minimumRadialSpeed = Field<Speed>.amount(
    "minimum_radial_speed", .optional("none: any speed counts"), .zero...(.metresPerSecond(300)),
    "Radial speed below which the moving-target filter takes an echo for clutter; counts with the key `detection` only."
  ) { $0.text }

  static let elevationPattern = Field<String>.text(
    "elevation_pattern", .optional("the same gain at every elevation of the beam"),
    "How the gain varies with elevation: `flat`, `gaussian`, `cosecant_squared` (up to `maximum_elevation`), an aperture "
      + "fed evenly (`uniform`) or by a power of a cosine (`cosine`, `cosine_squared`, `cosine_cubed`), the patterns of ITU-R "
      + "M.1851 with a mask over the side lobes (the same words behind `m1851_`), or a CSV file with columns elevation_deg "
      + "and gain_db, relative to the horizontal of the untilted antenna. Plans count it with the key `detection` only.",
    type: "word or file")
  static let elevationBeamwidth = Field<Angle>.elevationAngle(
    "elevation_beamwidth", .optional("required by a pattern of a word other than flat"),
    within: .degrees(0.01)...(.degrees(90)),
    "Width of the beam in elevation between half-power points; of each beam in a stack.")
  static let beamElevation = Field<String>.elevations(
    "beam_elevation", .optional("required by a pattern of a word other than flat"),
    "Elevation of the axis of the beam; several, with semicolons between, for a stack of beams.")
  static let receivePattern = Field<String>.text(
    "receive_pattern", .optional("`elevation_pattern`, which then counts both ways"),
    "How the gain of the receiving antenna varies with elevation, where it is another than the transmitting one: the same words, or a file.",
    type: "word or file")
  static let receiveBeamwidth = Field<Angle>.elevationAngle(
    "receive_beamwidth", .optional("`elevation_beamwidth`"), within: .degrees(0.01)...(.degrees(90)),
    "Width of the receiving beam in elevation between half-power points; of each beam in a stack.")
  static let receiveBeamElevation = Field<String>.elevations(
    "receive_beam_elevation", .optional("`beam_elevation`"),
    "Elevation of the axis of the receiving beam; several, with semicolons between, for a stack of beams.")
  static let azimuthBeamwidth = Field<Angle>.elevationAngle(
    "azimuth_beamwidth", .optional("not stated"), within: .degrees(0.01)...(.degrees(360)),
    "Width of the beam in azimuth between half-power points.")

  static let formats: [FieldFormat] = [
    detectionProbability.format, falseAlarmProbability.format, fluctuation.format, pulses.format, frequency.format,
    polarization.format, peakPower.format, pulseWidth.format, transmitGain.format, receiveGain.format,
    noiseTemperature.format, noiseFigure.format, losses.format, pulseRepetition.format, staggered.format,
    minimumRadialSpeed.format,
    elevationPattern.format, elevationBeamwidth.format, beamElevation.format, receivePattern.format,
    receiveBeamwidth.format, receiveBeamElevation.format, azimuthBeamwidth.format,
  ]
}
