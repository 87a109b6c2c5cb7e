internal import Coverage
internal import GeoFiles
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// The areas of one height by how certain it is that the network sees them.
struct CertaintyRow {
  var areas: NetworkCertainty.Areas
  var interest: NetworkCertainty.Areas?

  /// By height, in the order of the bands, then of the altitudes above mean sea level; empty when nothing is in doubt.
  static func all(_ plan: Plan) -> [CertaintyRow] {
    let (areas, interest) =
      plan.smoothCertainty.map { ($0.areas, $0.interest) } ?? plan.terrain?.certainty.map { ($0.areas, $0.interest) }
      ?? ([], nil)
    return areas.indices.map { CertaintyRow(areas: areas[$0], interest: interest?[$0]) }
  }
}
