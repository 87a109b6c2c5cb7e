internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What is seen at a height above ground.
struct BandRow {
  var band: CoverageSummary.Band
  var stations: [RadarStation]
  var certainty: CertaintyRow?
  var probability: ProbabilityRow?
}
