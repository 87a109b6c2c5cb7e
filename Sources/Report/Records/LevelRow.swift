internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What is seen at an altitude above mean sea level.
struct LevelRow {
  var level: CoverageSummary.Level
  var certainty: CertaintyRow?
  var probability: ProbabilityRow?
}
