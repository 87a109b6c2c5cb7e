internal import Foundation
public import Units

/// How the signal-to-noise ratio of one pulse comes about, line by line, and what it is worth.
public struct RadarBudget: Sendable, Hashable {
  /// One line, in decibels.
  public struct Line: Sendable, Hashable {
    /// What it is.
    public let name: String
    /// How much it adds; negative where it takes away.
    public let decibels: Double
  }

  /// The lines, which add up to ``signalToNoise``.
  public let lines: [Line]
  /// The ratio of one pulse.
  public let signalToNoise: Decibels
  /// The ratio that the probability of detection takes.
  public let required: Decibels
  /// Whether the target is within the limits of range and beam.
  public let isShown: Bool
  /// Whether the place lies under the smooth ground, where nothing is detected.
  public let isUnderGround: Bool
  /// The probability that one look detects the target.
  public let probability: DetectionProbability

  /// The budget of a target in a place.
  /// - Parameters:
  ///   - detection: The wanted probability of detection.
  /// - Throws: ``DetectionError`` for a probability out of its range.
  public init(
    of view: RadarView, slantRange slant: Length, elevation: Angle, crossSection sigma: Area, detection: Double
  ) throws {
    let model = view.model
    let gain = model.twoWayGain(at: elevation).value
    let gas = -2 * view.losses.gas(slantRange: slant, elevation: elevation).value
    let rain = -2 * view.losses.rain(slantRange: slant, elevation: elevation).value
    let lobing = view.reflection.map { _ in 2 * view.lobing(slantRange: slant, elevation: elevation).value }
    let way =
      [
        Line(name: "antenna pattern, two-way (dB)", decibels: gain), Line(name: "gases, two-way (dB)", decibels: gas),
        Line(name: "rain, two-way (dB)", decibels: rain),
      ] + (lobing.map { [Line(name: "lobing, two-way (dB)", decibels: $0)] } ?? [])
    let spread = 40 * log10(model.range / slant)
    if let reference = model.crossSection {
      if model.basis == .parameters, let equation = try model.type.parameters.equation() {
        lines =
          equation.budget(range: slant, crossSection: sigma).map { Line(name: $0.name, decibels: $0.decibels) } + way
      } else {
        lines =
          [
            Line(
              name: "SNR at \(model.range.text), \(reference.crossSectionText) (dB)",
              decibels: model.referenceSignalToNoise.value),
            Line(name: "range to the fourth (dB)", decibels: spread),
            Line(
              name: "cross-section against \(reference.crossSectionText) (dB)",
              decibels: 10 * log10(sigma / reference)),
          ] + way
      }
    } else {
      // A reply's way is taken once.
      lines =
        [
          Line(
            name: "SNR at \(model.range.text) (dB)",
            decibels: model.referenceSignalToNoise.value),
          Line(name: "range squared (dB)", decibels: spread / 2),
        ] + way.map { Line(name: $0.name.replacing("two-way", with: "one-way"), decibels: $0.decibels / 2) }
    }
    signalToNoise = Decibels(lines.reduce(0) { $0 + $1.decibels })
    required = try model.requiredSignalToNoise(detection: detection)
    isShown = model.shows(slantRange: slant, elevation: elevation)
    // A millimetre for the place where a ray meets the ground.
    isUnderGround = view.groundSlant(elevation: elevation).map { slant > $0 + .metres(1e-3) } ?? false
    probability =
      isUnderGround
      ? DetectionProbability(detected: 0, missed: 1)
      : model.probability(
        slantRange: slant, elevation: elevation, crossSection: sigma, loss: Decibels(-gas - rain - (lobing ?? 0)))
  }
}
