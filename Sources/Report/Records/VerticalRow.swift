internal import Foundation
internal import Radar
internal import Units

/// A ray of the chart, with what it belongs to.
struct VerticalRow {
  var type: RadarType
  var line: RadarReport.CoverageLine
  var ray: VerticalCoverage.Ray
}
