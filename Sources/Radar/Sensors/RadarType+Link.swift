internal import Foundation
public import Units

/// What a sensor's type does not state and its range needs.
public enum SensorAssumption: Sendable, Hashable {
  /// The power of transponders at their antenna, whose gain is 0 dBi.
  case transponderPower(Power)
  /// The frequency of what is received.
  case frequency(Frequency)
  /// The gain of the receiving antenna.
  case receiveGain(Decibels)
  /// The least power that is decoded, dBm.
  case sensitivity(Decibels)
  /// Losses of cables, polarisation and processing.
  case losses(Decibels)
  /// A range as far as anything is shown.
  case instrumentedRange(Length)
  /// How many stations have to hear a target.
  case stationsNeeded(Int)
  /// Standard error of a time of arrival, s.
  case timing(Double)

  /// The column that would state it.
  public var column: String {
    switch self {
    case .transponderPower: "transponder_power"
    case .frequency: "frequency"
    case .receiveGain: "receive_gain"
    case .sensitivity: "sensitivity"
    case .losses: "losses"
    case .instrumentedRange: "detection_range"
    case .stationsNeeded: "stations_needed"
    case .timing: "timing_error"
    }
  }

  /// In a few words: `transponders of 70 W at an antenna of 0 dBi`.
  public var text: String {
    switch self {
    case .transponderPower(let power): "transponders of \(power.watts.significant(4)) W at an antenna of 0 dBi"
    case .frequency(let frequency): "\(frequency.megahertz.significant(6)) MHz"
    case .receiveGain(let gain): "receiving antenna of \(gain.value.significant(4)) dBi"
    case .sensitivity(let level): "sensitivity \(level.value.significant(4)) dBm"
    case .losses(let losses): "losses \(losses.value.significant(4)) dB"
    case .instrumentedRange(let range): "heard as far as the instrumented range, \(range.text)"
    case .stationsNeeded(let count): "\(count) stations have to hear a target"
    case .timing(let seconds): "timing error \((seconds * 1e9).significant(4)) ns"
    }
  }
}

extension RadarType {
  /// The one-way link of the type's parameters; nil for a kind that has none, and where neither sensitivity nor transponder power
  /// is stated.
  ///
  /// What is not stated is that of ``sensorAssumptions``.
  /// - Throws: ``RangeEquationError`` for parameters out of range.
  public func link() throws(RangeEquationError) -> OneWayLink? {
    guard kind.rule.isOneWay, parameters.sensor.statesLink else { return nil }
    return try OneWayLink(
      power: parameters.sensor.transponderPower ?? SensorParameters.assumedTransponderPower,
      receiveGain: parameters.receiveGain ?? parameters.transmitGain ?? Decibels(0),
      frequency: parameters.frequency ?? SensorParameters.replyFrequency, losses: parameters.losses ?? Decibels(0))
  }

  /// The least power that the type decodes, in decibels above one watt.
  public var leastPower: Decibels {
    Decibels((parameters.sensor.sensitivity ?? SensorParameters.assumedSensitivity).value - 30)
  }

  /// The range of its one-way link in free space; nil where it has none.
  /// - Throws: ``RangeEquationError`` for parameters out of range.
  public func linkRange() throws(RangeEquationError) -> Length? { try link()?.range(sensitivity: leastPower) }

  /// How many stations of a system have to hear a target: as stated, otherwise four, or three that know its altitude.
  public var neededStations: Int {
    parameters.sensor.stationsNeeded ?? (parameters.sensor.altitudeError == nil ? 4 : 3)
  }

  /// Whether a passive sensor's range follows from the power of the illuminators and its own sensitivity.
  public var isRangeOfEchoPower: Bool { detectionRange == nil && parameters.sensor.sensitivity != nil }

  /// What the type does not state of a sensor that receives what others transmit, and what is assumed; empty for radars.
  public var sensorAssumptions: [SensorAssumption] {
    let sensor = parameters.sensor
    var result: [SensorAssumption] = []
    func assume(_ isStated: Bool, _ assumption: SensorAssumption) {
      if !isStated { result.append(assumption) }
    }
    let hasGain = parameters.receiveGain != nil || parameters.transmitGain != nil
    if kind.rule.isOneWay, detectionRange == nil || parameters.givesRange {
      if sensor.statesLink {
        assume(sensor.transponderPower != nil, .transponderPower(SensorParameters.assumedTransponderPower))
        assume(parameters.frequency != nil, .frequency(SensorParameters.replyFrequency))
        assume(hasGain, .receiveGain(Decibels(0)))
        assume(sensor.sensitivity != nil, .sensitivity(SensorParameters.assumedSensitivity))
        assume(parameters.losses != nil, .losses(Decibels(0)))
      } else {
        result.append(.instrumentedRange(instrumentedRange))
      }
    }
    switch kind.rule.arrangement {
    case .alone: break
    case .stations:
      assume(sensor.stationsNeeded != nil, .stationsNeeded(neededStations))
      assume(
        sensor.timingSeconds != nil || sensor.largestPositionError == nil,
        .timing(SensorParameters.assumedTimingSeconds))
    case .illuminators where isRangeOfEchoPower:
      assume(hasGain, .receiveGain(Decibels(0)))
      assume(parameters.losses != nil, .losses(Decibels(0)))
    case .illuminators: break
    }
    return result
  }

  /// The equivalent range √(R_T·R_R) at which a passive sensor detects a target by an illuminator: the constant of its oval of
  /// Cassini.
  ///
  /// From the catalogue's range for its cross-section, with the fourth root of the cross-section, and of the power where the
  /// catalogue states that of its reference; otherwise from the power of the echo and the sensitivity,
  /// (R_T·R_R)² = EIRP·G_R·λ²·σ / ((4π)³·L·S).
  /// - Parameters:
  ///   - crossSection: Of the target, at the bistatic angle as it is.
  ///   - eirp: Equivalent isotropic radiated power of the illuminator towards the target.
  ///   - frequency: Of the illuminator.
  /// - Returns: Zero for a cross-section of zero, and without range and sensitivity.
  /// - Source: Willis, Bistatic Radar, 2nd ed., SciTech 2005, eq. 4.1 and 4.6.
  public func equivalentRange(of crossSection: Area, eirp: Power, frequency: Frequency) -> Length {
    guard crossSection > .zero else { return .zero }
    if let detectionRange {
      guard let reference = referenceCrossSection, reference > .zero else { return detectionRange }
      let power = parameters.sensor.referenceEIRP.map { eirp.watts / $0.watts } ?? 1
      return detectionRange * pow(crossSection / reference * power, 0.25)
    }
    guard parameters.sensor.sensitivity != nil else { return .zero }
    let gain = (parameters.receiveGain ?? parameters.transmitGain)?.ratio ?? 1
    let wave = frequency.wavelength.metres
    let losses = (parameters.losses ?? Decibels(0)).ratio
    let product =
      eirp.watts * gain * wave * wave * crossSection.squareMetres
      / (pow(4 * Double.pi, 3) * losses * leastPower.ratio)
    return .metres(pow(product, 0.25))
  }
}
