internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A measure to take, and what the radars come to without it.
struct MeasureRow {
  var measure: Scenario.Measure
  var without: Double?
}
