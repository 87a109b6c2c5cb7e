internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A parameter with what the scenario has and what the data say.
struct FitParameterRow {
  var name: String
  var sector: AzimuthSector?
  var looks: Int?
  var stated: Double?
  var finding: FitFinding
  var isApplied: Bool

  /// The words for parameters.
  static let names = ["antenna_height_m", "range_scale", "horizon_mask_deg"]
}
