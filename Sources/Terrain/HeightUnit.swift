internal import Units

/// The unit of heights.
public enum HeightUnit: String, Sendable, Hashable, CaseIterable {
  /// Metres.
  case metres = "m"
  /// International feet.
  case feet = "ft"
  /// US survey feet.
  case surveyFeet = "us-ft"

  /// Metres in one.
  public var metres: Double {
    switch self {
    case .metres: 1
    case .feet: Length.metresPerFoot
    case .surveyFeet: Length.metresPerSurveyFoot
    }
  }
}
