internal import Radar
internal import Units

/// The range of one type for one target on the axis of its beam, in free space and through the weather.
struct AxisRow: Sendable {
  var model: RadarModel
  var crossSection: Area
  var detection: Double
  var required: Decibels
  var range: Length
  var weatherRange: Length
}
