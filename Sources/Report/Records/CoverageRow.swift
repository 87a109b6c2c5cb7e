internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A row of coverage.csv: what a radar sees, or an area.
enum CoverageRow: SeenArea {
  case radar(RadarRow)
  case seen(SeenRow)
  case certainty(CertaintyAreaRow)
  case probability(ProbabilityAreaRow)

  var radar: RadarRow? { if case .radar(let row) = self { row } else { nil } }
  var seen: SeenRow? { if case .seen(let row) = self { row } else { nil } }
  var certainty: CertaintyAreaRow? { if case .certainty(let row) = self { row } else { nil } }
  var probability: ProbabilityAreaRow? { if case .probability(let row) = self { row } else { nil } }
  var height: Length? { radar?.height ?? seen?.height ?? certainty?.height ?? probability?.height }
  var area: Area { radar?.area ?? seen?.area ?? certainty?.area ?? probability?.area ?? .zero }
  var outlines: PolygonOverlay.Polygons { radar?.outlines ?? seen?.outlines ?? [] }
}
