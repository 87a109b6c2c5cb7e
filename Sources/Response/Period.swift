/// Day or night, as the scenario's hours of daylight tell them apart.
public enum Period: String, Sendable, Hashable, CaseIterable {
  /// Within the hours of daylight.
  case day
  /// Outside them.
  case night
}
