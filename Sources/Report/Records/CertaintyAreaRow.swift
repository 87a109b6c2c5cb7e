internal import Coverage
internal import GeoFiles
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A class at a height, for coverage.csv.
struct CertaintyAreaRow {
  var height: Length?
  var altitude: Length?
  var kind: NetworkCertainty.Class
  var area: Area
  var share: Double?

  /// Every class that a place can have at each height.
  static func all(_ plan: Plan, heights: [Int]?) -> [CertaintyAreaRow] {
    let rows = CertaintyRow.all(plan)
    let (bands, levels) = (plan.coverage.bands, plan.coverage.levels)
    let whole = plan.coverage.interestArea ?? .zero
    return rows.enumerated().flatMap { index, row -> [CertaintyAreaRow] in
      let height = index < bands.count ? bands[index].height : nil
      let altitude = index < bands.count ? nil : levels[index - bands.count].altitude
      guard heights.map({ height.map { Int($0.metres.rounded()) }.map($0.contains) ?? false }) ?? true else {
        return []
      }
      return NetworkCertainty.Class.seen.map { kind in
        CertaintyAreaRow(
          height: height, altitude: altitude, kind: kind, area: row.areas[kind],
          share: row.interest.flatMap { whole > .zero ? min($0[kind] / whole, 1) : nil })
      }
    }
  }
}
