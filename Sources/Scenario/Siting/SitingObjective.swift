public import Units

/// The objectives of a purchase by name.
public enum SitingObjective: String, Sendable, Hashable, CaseIterable {
  /// Flights that are met in time.
  case interceptions
  /// Strips whose flights are seen far enough out.
  case detection
  /// Minutes of flight that are seen.
  case track
  /// Minutes of flight that two radars see.
  case second
  /// The share seen of the flight that is seen least.
  case worstRoute = "worst-route"
  /// Area in which a target is seen.
  case area

  /// The objective for a scenario.
  /// - Parameters:
  ///   - height: For the area: height above ground; nil for the scenario's lowest band.
  ///   - cells: For the area: about how many cells.
  public func made(
    for scenario: Scenario, height: Length? = nil, cells: Int? = nil
  ) -> any PlacementObjective {
    switch self {
    case .interceptions: InterceptionObjective()
    case .detection: DetectionObjective()
    case .track: TrackObjective(.one)
    case .second: TrackObjective(.two)
    case .worstRoute: TrackObjective(.worstFlight)
    case .area:
      AreaObjective(height: height ?? scenario.altitudeBands.min() ?? .metres(300), cellCount: cells ?? 4000)
    }
  }
}
