internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A group of looks under the model as the scenario has it, and under the fitted one.
struct FitGroupRow {
  var group: FitGroup
  /// The same looks under the fitted model; nil where the groups differ.
  var fitted: FitGroup?
  /// Whether what was not seen counts.
  var isTrafficKnown: Bool

  /// The unit of the span; nil for none.
  var unit: String? {
    switch group.key {
    case .azimuth: "deg"
    case .range: "km"
    case .altitude: "m"
    case .all, .limit: nil
    }
  }
}
