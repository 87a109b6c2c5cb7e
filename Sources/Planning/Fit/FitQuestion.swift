public import Scenario
public import Units

/// What is to be compared with the model of a radar, and how.
public struct FitQuestion: Sendable {
  /// What was observed.
  public var observed: ObservedFile
  /// Traffic that is known from elsewhere: where it has an aircraft that the radar did not report, the radar did not see it.
  public var reference: ObservedFile?
  /// The id of the radar's site; nil for the one that the file or the scenario leaves.
  public var radar: String?
  /// Width of the azimuth sectors of the comparison and of a horizon mask; it divides the circle.
  public var sector = Angle.degrees(30)
  /// Whether a receiver's outline is taken for the edge of what it sees, as where aircraft fly everywhere.
  public var isOutlineEdge = false
  /// Whether parameters are fitted; else the model is only compared.
  public var fits = true
  /// How many threads work at a time.
  public var workers = 1
  /// Is told how far the computing has come, from any thread.
  public var progress: (@Sendable (PlanProgress) -> Void)?

  /// A question.
  public init(_ observed: ObservedFile, reference: ObservedFile? = nil, radar: String? = nil) {
    self.observed = observed
    self.reference = reference
    self.radar = radar
  }
}
