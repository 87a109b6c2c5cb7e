/// Day or night, by the scenario's hours of daylight.
public enum Period: String, Sendable, Hashable, CaseIterable {
  /// Within the hours of daylight.
  case day
  /// Outside them.
  case night
}
