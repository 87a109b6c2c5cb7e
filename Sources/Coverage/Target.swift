public import Units

/// What a radar looks for.
public struct Target: Sendable, Hashable {
  /// Radar cross-section.
  public var crossSection: Area
  /// Whether it answers a secondary radar.
  public var hasTransponder: Bool

  /// A target.
  public init(crossSection: Area, hasTransponder: Bool) {
    self.crossSection = crossSection
    self.hasTransponder = hasTransponder
  }
}
