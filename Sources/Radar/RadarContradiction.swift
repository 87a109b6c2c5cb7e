internal import Foundation
import Units

/// Two statements of a radar type that cannot both hold, or hardly.
public struct RadarContradiction: Sendable, Hashable {
  /// The column that it is reported at.
  public let column: String
  /// What disagrees, with figures.
  public let problem: String
  /// What is used.
  public let remedy: String
}

extension RadarType {
  /// What the type states that does not agree with the rest of it; empty where all agrees or too little is stated.
  public var contradictions: [RadarContradiction] {
    [
      promiseAgainstParameters, noiseAgainstFigure, pulsesAgainstScan, gainAgainstBeam, ambiguousRange, blindRange,
    ].compactMap { $0 }
  }

  /// Beyond 10 % of the range, 1.7 dB, rounding does not explain it.
  private var promiseAgainstParameters: RadarContradiction? {
    guard let model = try? RadarModel(self), model.basis == .promise, let sigma = model.crossSection,
      let equation = try? parameters.equation()
    else { return nil }
    let computed = equation.range(signalToNoise: model.referenceSignalToNoise, crossSection: sigma)
    guard !(0.9...1.1).contains(computed / model.range) else { return nil }
    let excess = 40 * log10(computed / model.range)
    return RadarContradiction(
      column: "detection_range",
      problem: "\(model.range.text) for \(sigma.crossSectionText) is not what the parameters give, \(computed.text), "
        + "\(abs(excess).fixed(1)) dB \(excess > 0 ? "more" : "less")",
      remedy: "the stated range is used; check power, gains, losses and pulses, or leave one of the two out")
  }

  private var noiseAgainstFigure: RadarContradiction? {
    guard let temperature = parameters.systemTemperatureKelvin, let figure = parameters.noiseFigure else { return nil }
    let other = RadarParameters.referenceTemperature * figure.ratio
    let difference = 10 * log10(other / temperature)
    guard abs(difference) > 1 else { return nil }
    return RadarContradiction(
      column: "noise_temperature",
      problem:
        "\(temperature.fixed(0)) K disagrees with the noise figure, whose temperature is \(other.fixed(0)) K, by "
        + "\(abs(difference).fixed(1)) dB",
      remedy: "the noise temperature is used")
  }

  private var pulsesAgainstScan: RadarContradiction? {
    guard let pulses = parameters.pulses, let hits = hitsPerScan, Double(pulses) > 1.25 * max(hits, 1) else {
      return nil
    }
    return RadarContradiction(
      column: "pulses",
      problem: "\(pulses) pulses are more than hit a target in one scan, \(hits.fixed(1))",
      remedy: "the stated number is used; check azimuth_beamwidth, revisit and prf")
  }

  /// No antenna has more gain than one that puts all power evenly into its beam: 4π over the beam's solid angle.
  private var gainAgainstBeam: RadarContradiction? {
    guard let gain = parameters.transmitGain, let azimuth = parameters.azimuthBeamwidth,
      let elevation = parameters.elevationBeamwidth
    else { return nil }
    let most = 10 * log10(41_253 / (azimuth.degrees * elevation.degrees))
    guard gain.value > most + 0.5 else { return nil }
    return RadarContradiction(
      column: "transmit_gain",
      problem: "\(gain.value.fixed(1)) dB is more than a beam of \(azimuth.text) by \(elevation.text) can have, "
        + "\(most.fixed(1)) dB",
      remedy: "check the gain and the beamwidths")
  }

  private var ambiguousRange: RadarContradiction? {
    guard let repetition = parameters.pulseRepetition else { return nil }
    let unambiguous = Length.metres(Speed.light.metresPerSecond / (2 * repetition.hertz))
    guard unambiguous < instrumentedRange * 0.99 else { return nil }
    return RadarContradiction(
      column: "prf",
      problem: "\(repetition.hertz.significant(4)) Hz is unambiguous to \(unambiguous.text), short of the instrumented "
        + "range, \(instrumentedRange.text)",
      remedy: "right for a staggered or a burst radar, which resolves the range otherwise")
  }

  private var blindRange: RadarContradiction? {
    guard let seconds = parameters.pulseSeconds else { return nil }
    let blind = Length.metres(Speed.light.metresPerSecond * seconds / 2)
    guard blind > max(minimumRange * 1.01, .metres(1)), minimumRange > .zero else { return nil }
    return RadarContradiction(
      column: "minimum_range",
      problem: "\(minimumRange.text) is less than the length of the pulse, \(blind.text), during which the receiver is "
        + "blind",
      remedy: "right for a radar that fills in with short pulses")
  }
}
