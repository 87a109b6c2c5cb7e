public import Units

/// What a radar type does not state and ``RadarModel`` assumes.
public enum RadarAssumption: Sendable, Hashable {
  /// A radar of replies that states no detection range detects to its instrumented range.
  case instrumentedRange(Length)
  /// The probability of detection of the promised range.
  case detectionProbability(Double)
  /// The probability of false alarm.
  case falseAlarmProbability(Double)
  /// How the target fluctuates.
  case fluctuation(TargetFluctuation)
  /// As many pulses are integrated as hit a target in one scan.
  case pulsesOfScan(Int)
  /// One pulse is integrated.
  case onePulse
  /// The same gain at every elevation of the beam.
  case flatPattern
  /// The cross-section for which the range of the parameters is given.
  case referenceCrossSection(Area)

  /// In a few words: `detection probability 0.8`.
  public var text: String {
    switch self {
    case .instrumentedRange(let range): "detection to the instrumented range, \(range.text)"
    case .detectionProbability(let p): "detection probability \(p.powerText) at the detection range"
    case .falseAlarmProbability(let p): "false-alarm probability \(p.powerText)"
    case .fluctuation(.steady): "steady target (Swerling 0)"
    case .fluctuation(let fluctuation): "Swerling \(fluctuation.rawValue) target"
    case .pulsesOfScan(let count): "\(count) pulses integrated, the hits of one scan"
    case .onePulse: "1 pulse integrated"
    case .flatPattern: "the same antenna gain at every elevation of the beam"
    case .referenceCrossSection(let area): "reference cross-section \(area.squareMetres) m²"
    }
  }
}
