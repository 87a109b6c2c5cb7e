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
    guard let certainty = plan.terrain?.certainty else { return [] }
    return certainty.areas.indices.map {
      CertaintyRow(areas: certainty.areas[$0], interest: certainty.interest?[$0])
    }
  }
}
