/// How looks count: what a detection is, what a track, and with what probability either is taken to have happened.
public struct DetectionSettings: Sendable, Hashable {
  /// The probability of detection of one look from which on a place counts as covered.
  public var probability: Double
  /// The probability that noise alone passes the threshold.
  public var falseAlarmProbability: Double
  /// How echoes vary.
  public var fluctuation: TargetFluctuation
  /// What confirms a track.
  public var track: TrackInitiation
  /// A flight is detected, and tracked, when it has been so with this probability: 0.5 for the median.
  public var confidence: Double
  /// What the way takes from looks; nil for nothing: looks are in free space, and the edge of a shadow is sharp.
  public var losses: LookLosses?

  /// Settings; the defaults are those of a scenario that states none.
  public init(
    probability: Double = 0.8, falseAlarmProbability: Double = 1e-6, fluctuation: TargetFluctuation = .swerling1,
    track: TrackInitiation = DetectionSettings.defaultTrack, confidence: Double = 0.5,
    losses: LookLosses? = nil
  ) {
    self.probability = probability
    self.falseAlarmProbability = falseAlarmProbability
    self.fluctuation = fluctuation
    self.track = track
    self.confidence = confidence
    self.losses = losses
  }

  /// Three detections in five looks.
  public static var defaultTrack: TrackInitiation { .threeOfFive }
  /// The time between two looks of a type that states none: that of a long-range radar with six turns a minute.
  public static let assumedRevisit = Duration.seconds(10)
}
