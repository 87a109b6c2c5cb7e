internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// A strip, which asset is there first, and over terrain the lowest altitude at which an aircraft over it is seen.
struct StripRow {
  var strip: Strip
  var floor: PlaceFloor?
  var responses: [ResponseTime] = []

  static func all(_ plan: Plan) -> [StripRow] {
    plan.scenario.strips.enumerated().map { index, strip in
      StripRow(
        strip: strip,
        floor: plan.terrain?.strips[index])
    }
  }
}

extension StripRow {
  /// The asset that is first there after an order; nil when none reaches it. Of equals, the first.
  func first(by period: Period) -> ResponseTime? {
    responses.filter { $0.strip.id == strip.id && $0.period == period && $0.isReachable && $0.total != nil }
      .min { ($0.total ?? .zero) < ($1.total ?? .zero) }
  }
}
