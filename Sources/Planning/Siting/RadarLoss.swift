public import Coverage

/// What remains when one radar is missing.
public struct RadarLoss: Sendable {
  /// The radar.
  public var station: RadarStation
  /// Whether it exists; otherwise the list buys it.
  public var isExisting: Bool
  /// The value of the list without it; nil for an existing radar.
  public var value: Double?
  /// Flights without it.
  public var outcome: SitingSurvey.Outcome
}
