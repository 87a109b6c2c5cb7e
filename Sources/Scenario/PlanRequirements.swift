/// What a scenario demands of its plan.
public struct PlanRequirements: Sendable, Hashable {
  /// Share of the flights that are detected before they land, 0 to 1; nil when nothing is demanded.
  public var shareDetected: Double?
  /// Share of the flights that are tracked before they land, 0 to 1; nil when nothing is demanded.
  public var shareTracked: Double?
  /// Share of the flights that are met at the strip, 0 to 1; nil when nothing is demanded.
  public var shareMet: Double?

  /// Demands; none by default.
  public init(shareDetected: Double? = nil, shareTracked: Double? = nil, shareMet: Double? = nil) {
    self.shareDetected = shareDetected
    self.shareTracked = shareTracked
    self.shareMet = shareMet
  }
}
