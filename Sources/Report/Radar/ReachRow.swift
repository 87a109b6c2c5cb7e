internal import Radar
internal import Units

/// The range of one type for a target at one height.
struct ReachRow: Sendable {
  var model: RadarModel
  var crossSection: Area
  var detection: Double
  var horizon: Length
  var reach: RadarView.Reach
}
