public import Units

/// What ``RadarModel`` assumes where a type states nothing.
public struct RadarDefaults: Sendable, Hashable {
  /// The probability of detection of a promised range, 0.8: the figure for which makers of air-surveillance radars mostly
  /// promise a range.
  public var detectionProbability: Double
  /// The probability of false alarm, 10⁻⁶.
  public var falseAlarmProbability: Double
  /// The fluctuation of an echo, Swerling 1: many alike scatterers, steady within a scan. A reply is steady.
  public var fluctuation: TargetFluctuation
  /// The number of pulses integrated; nil for the hits per scan where they follow from the type, otherwise one.
  public var pulses: Int?
  /// The cross-section for which a range from parameters is given, 1 m².
  public var crossSection: Area

  /// Defaults.
  public init(
    detectionProbability: Double = 0.8, falseAlarmProbability: Double = 1e-6,
    fluctuation: TargetFluctuation = .swerling1, pulses: Int? = nil, crossSection: Area = .squareMetres(1)
  ) {
    self.detectionProbability = detectionProbability
    self.falseAlarmProbability = falseAlarmProbability
    self.fluctuation = fluctuation
    self.pulses = pulses
    self.crossSection = crossSection
  }
}
