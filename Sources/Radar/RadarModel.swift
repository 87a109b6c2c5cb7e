internal import Foundation
public import Units

/// A radar of a type as its looks see: signal-to-noise ratio and probability of detection of one look at a target.
///
/// The ratio at one range for one cross-section is fixed by what the catalogue promises (a range for a cross-section with a
/// probability), or by the range equation of its parameters (``RangeEquation``); the range law of the radar's kind, the two-way antenna pattern
/// and every further loss carry it to other targets. What the type does not state is assumed and listed in
/// ``assumptions``.
public struct RadarModel: Sendable, Hashable {
  /// What the ratio is calibrated on.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The detection range of the catalogue.
    case promise
    /// The parameters of the range equation.
    case parameters
  }

  /// The type that it stands for.
  public let type: RadarType
  /// The mechanical tilt, which turns antenna pattern and beam limits upwards.
  public let tilt: Angle
  /// What it is calibrated on.
  public let basis: Basis
  /// The slant range of the calibration, on the axis of the beam, without any loss on the way.
  public let range: Length
  /// The cross-section of the calibration; nil where the range does not depend on it.
  public let crossSection: Area?
  /// The probability of detection at ``range``.
  public let detection: Double
  /// Pulses and probability of false alarm.
  public private(set) var detector: SquareLawDetector
  /// How the target fluctuates.
  public private(set) var fluctuation: TargetFluctuation
  /// The signal-to-noise ratio of one pulse at ``range`` for ``crossSection``.
  public let referenceSignalToNoise: Decibels
  /// The antenna's gain by elevation above its own horizontal; flat where the type states none.
  public let pattern: ElevationPattern
  /// What the type does not state and the model assumes.
  public let assumptions: [RadarAssumption]

  /// The model of a type; nil for a primary radar that states neither a detection range nor all parameters of the range
  /// equation.
  /// - Parameters:
  ///   - tilt: The antenna's mechanical tilt, upwards positive.
  ///   - defaults: What is assumed where the type states nothing.
  /// - Throws: ``DetectionError`` for probabilities and numbers of pulses out of range, ``RangeEquationError`` for
  ///   parameters out of range.
  public init?(_ type: RadarType, tilt: Angle = .zero, assuming defaults: RadarDefaults = RadarDefaults()) throws {
    let parameters = type.parameters
    var assumptions: [RadarAssumption] = []
    func stated<Value>(_ value: Value?, or assumed: Value, _ assumption: RadarAssumption) -> Value {
      if value == nil { assumptions.append(assumption) }
      return value ?? assumed
    }
    let isEcho = type.kind.rule.rangeLaw == .fourthRoot
    let equation = isEcho ? try parameters.equation() : nil
    // A radar of replies that states no range promises all that it shows.
    let promised = type.detectionRange ?? (isEcho ? nil : type.instrumentedRange)
    // What a one-way link gives is a range like a stated one; what the range equation gives is its own.
    let isPromised = promised != nil && (!isEcho || type.referenceCrossSection != nil && !parameters.givesRange)
    guard isPromised || equation != nil else { return nil }
    if !isEcho, type.detectionRange == nil { assumptions.append(.instrumentedRange(type.instrumentedRange)) }
    detection = stated(
      parameters.detectionProbability, or: defaults.detectionProbability,
      .detectionProbability(defaults.detectionProbability))
    let falseAlarm = stated(
      parameters.falseAlarmProbability, or: defaults.falseAlarmProbability,
      .falseAlarmProbability(defaults.falseAlarmProbability))
    let usual = isEcho ? defaults.fluctuation : .steady
    fluctuation = stated(parameters.fluctuation, or: usual, .fluctuation(usual))
    let pulses: Int
    if let count = parameters.pulses ?? defaults.pulses {
      pulses = count
    } else if let hits = type.hitsPerScan {
      pulses = Int(exactly: Swift.min(Swift.max(hits, 1), 100_000).rounded(.down)) ?? 1
      assumptions.append(.pulsesOfScan(pulses))
    } else {
      pulses = 1
      assumptions.append(.onePulse)
    }
    pattern = stated(parameters.elevationPattern, or: .flat, .flatPattern)
    detector = try SquareLawDetector(pulses: pulses, falseAlarmProbability: falseAlarm)
    referenceSignalToNoise = try detector.requiredSNR(detection: detection, fluctuation)
    if isPromised, let promised {
      (basis, range, crossSection) = (.promise, promised, isEcho ? type.referenceCrossSection : nil)
    } else {
      let sigma = stated(
        type.referenceCrossSection, or: defaults.crossSection, .referenceCrossSection(defaults.crossSection))
      (basis, crossSection) = (.parameters, sigma)
      range = equation?.range(signalToNoise: referenceSignalToNoise, crossSection: sigma) ?? .zero
    }
    self.type = type
    self.tilt = tilt
    self.assumptions = assumptions
  }

  /// The same radar for looks of another kind: what it is calibrated on keeps its own.
  /// - Parameters:
  ///   - falseAlarm: Probability of false alarm; nil for that of the model.
  ///   - fluctuation: Of the target; nil for that of the model.
  ///   - pulses: The number integrated; nil for that of the model.
  /// - Throws: ``DetectionError`` for what is out of range.
  public func looking(
    falseAlarm: Double? = nil, fluctuation: TargetFluctuation? = nil, pulses: Int? = nil
  ) throws -> RadarModel {
    var model = self
    model.detector = try SquareLawDetector(
      pulses: pulses ?? detector.pulses, falseAlarmProbability: falseAlarm ?? detector.falseAlarmProbability)
    model.fluctuation = fluctuation ?? self.fluctuation
    return model
  }

  /// The two-way gain of the antenna at an elevation relative to that on its axis.
  /// - Parameter elevation: Above the local horizontal.
  /// - Returns: Zero decibels and less; minus infinity where there is no gain.
  public func twoWayGain(at elevation: Angle) -> Decibels {
    Decibels(2 * pattern.gain(at: elevation - tilt).value)
  }

  /// Whether the radar shows what stands at a place at all: between its minimum and its instrumented range, and between
  /// the limits of its beam.
  public func shows(slantRange slant: Length, elevation: Angle) -> Bool {
    let turned = elevation - tilt
    return slant >= type.minimumRange && slant <= type.instrumentedRange
      && type.minimumElevation.map { turned >= $0 } ?? true && type.maximumElevation.map { turned <= $0 } ?? true
  }

  /// The signal-to-noise ratio of one pulse from a target, whether it is shown or not.
  /// - Parameters:
  ///   - slant: Slant range.
  ///   - elevation: Above the local horizontal at the antenna.
  ///   - sigma: The target's cross-section; without effect where the radar receives replies.
  ///   - loss: What is lost on the way there and back beyond free space, two-way; a reply's way is taken once.
  /// - Returns: Minus infinity without gain or cross-section, infinity for a range of zero.
  public func signalToNoise(
    slantRange slant: Length, elevation: Angle, crossSection sigma: Area, loss: Decibels = Decibels(0)
  ) -> Decibels {
    let gain = twoWayGain(at: elevation).value
    guard gain > -.infinity, loss.value < .infinity else { return Decibels(-.infinity) }
    let ways = 40 * log10(range / slant) + gain - loss.value
    guard let crossSection else { return Decibels(referenceSignalToNoise.value + ways / 2) }
    guard sigma > .zero else { return Decibels(-.infinity) }
    return Decibels(referenceSignalToNoise.value + ways + 10 * log10(sigma / crossSection))
  }

  /// The probability that one look detects a target; see ``signalToNoise(slantRange:elevation:crossSection:loss:)``.
  /// - Returns: Zero outside the limits of range and beam (``shows(slantRange:elevation:)``).
  public func probability(
    slantRange slant: Length, elevation: Angle, crossSection sigma: Area, loss: Decibels = Decibels(0)
  ) -> DetectionProbability {
    guard shows(slantRange: slant, elevation: elevation) else { return DetectionProbability(detected: 0, missed: 1) }
    return detector.probability(
      snr: signalToNoise(slantRange: slant, elevation: elevation, crossSection: sigma, loss: loss), fluctuation)
  }

  /// The signal-to-noise ratio of one pulse that a probability of detection takes.
  /// - Throws: ``DetectionError`` for a probability that is not above that of false alarm and below one.
  public func requiredSignalToNoise(detection: Double) throws -> Decibels {
    try detector.requiredSNR(detection: detection, fluctuation)
  }

  /// The greatest slant range at which a target is shown and one pulse has a signal-to-noise ratio.
  ///
  /// Take the ratio from ``requiredSignalToNoise(detection:)`` once and ask it often.
  /// - Parameters:
  ///   - loss: As a function of the slant range, which must not fall with it; nil for none.
  ///   - least: The least that the loss can be; negative where something adds to the signal.
  /// - Returns: At most the instrumented range; zero outside the beam, and where the range is below the minimum range.
  /// - Accuracy: exact without losses, a millimetre with them.
  public func range(
    signalToNoise needed: Decibels, elevation: Angle, crossSection sigma: Area, least: Decibels = Decibels(0),
    loss: ((Length) -> Decibels)? = nil
  ) -> Length {
    guard shows(slantRange: type.instrumentedRange, elevation: elevation) else { return .zero }
    let excess = signalToNoise(slantRange: range, elevation: elevation, crossSection: sigma).value - needed.value
    guard excess > -.infinity else { return .zero }
    // A loss of a reply's way counts by half, and its range grows with the root.
    let most = Swift.min(
      range * pow(10, (excess - least.value / (crossSection == nil ? 2 : 1)) / (crossSection == nil ? 20 : 40)),
      type.instrumentedRange)
    let reached = loss.map { loss in
      farthest(within: most) { slant in
        signalToNoise(slantRange: slant, elevation: elevation, crossSection: sigma, loss: loss(slant)) >= needed
      }
    }
    let result = reached ?? most
    return result >= type.minimumRange ? result : .zero
  }

  /// The greatest slant range at which one look detects a target with a probability; see
  /// ``range(signalToNoise:elevation:crossSection:loss:)``.
  /// - Throws: ``DetectionError`` for a probability that is not above that of false alarm and below one.
  public func range(
    detection: Double, elevation: Angle, crossSection sigma: Area, loss: ((Length) -> Decibels)? = nil
  ) throws -> Length {
    range(
      signalToNoise: try requiredSignalToNoise(detection: detection), elevation: elevation, crossSection: sigma,
      loss: loss)
  }

  /// The cross-section that gives a signal-to-noise ratio at a place; nil where the range does not depend on it.
  public func crossSection(
    signalToNoise needed: Decibels, slantRange slant: Length, elevation: Angle, loss: Decibels = Decibels(0)
  ) -> Area? {
    guard let crossSection else { return nil }
    let ratio = signalToNoise(slantRange: slant, elevation: elevation, crossSection: crossSection, loss: loss)
    return crossSection * pow(10, (needed.value - ratio.value) / 10)
  }

  /// The end of the ranges for which something holds, by bisection to a millimetre.
  private func farthest(within most: Length, _ holds: (Length) -> Bool) -> Length {
    if holds(most) { return most }
    var (low, high) = (0.0, most.metres)
    while high - low > 1e-3 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if holds(.metres(middle)) { low = middle } else { high = middle }
    }
    return .metres(low)
  }
}
