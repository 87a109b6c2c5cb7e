public import Units

/// What follows for a radar type when its looks count: the range of one look with the wanted probability.
public struct TypeLooks: Sendable, Hashable {
  /// How looks count.
  public let settings: DetectionSettings
  /// The slant range at which one look detects the target of ``crossSection`` with the wanted probability, on the axis of the
  /// beam and without losses on the way.
  public let range: Length
  /// The cross-section for which ``range`` holds; nil where it does not depend on it.
  public let crossSection: Area?
  /// The signal-to-noise ratio of one pulse that the wanted probability takes.
  public let signalToNoise: Decibels
  /// The wave that loses some on its way; nil where no loss counts, and where the type states no frequency.
  public let wave: LookWave?
}
