public import Scenario
public import Units

extension SitingObjective {
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
