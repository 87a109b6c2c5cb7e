internal import Coverage
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// The area over which looks detect the coverage target with a probability at a height, for coverage.csv.
struct ProbabilityAreaRow {
  var height: Length?
  var altitude: Length?
  /// `pd_0.8_per_look`, `pd_0.8_per_minute`.
  var scope: String
  var area: Area
  var share: Double?

  /// Every probability at each height.
  static func all(_ plan: Plan, heights: [Int]?) -> [ProbabilityAreaRow] {
    let (bands, levels) = (plan.coverage.bands, plan.coverage.levels)
    let whole = plan.coverage.interestArea ?? .zero
    return ProbabilityRow.all(plan).enumerated().flatMap { index, row -> [ProbabilityAreaRow] in
      let height = index < bands.count ? bands[index].height : nil
      let altitude = index < bands.count ? nil : levels[index - bands.count].altitude
      guard heights.map({ height.map { Int($0.metres.rounded()) }.map($0.contains) ?? false }) ?? true else {
        return []
      }
      func rows(_ period: String, _ area: (DetectionAreas) -> (Int) -> Area) -> [ProbabilityAreaRow] {
        DetectionAreas.levels.enumerated().map { place, level in
          ProbabilityAreaRow(
            height: height, altitude: altitude, scope: "pd_\(level.powerText)_per_\(period)",
            area: area(row.areas)(place),
            share: row.interest.flatMap { whole > .zero ? min(area($0)(place) / whole, 1) : nil })
        }
      }
      return rows("look") { $0.perLook(atLeast:) } + rows("minute") { $0.perMinute(atLeast:) }
    }
  }
}
