internal import Planning
internal import Response
internal import Scenario
internal import Units

/// Sun and Moon over a base on the scenario's date.
struct SkyRow {
  var base: Base
  var sky: SkyConditions
  var scenario: Scenario

  /// The bases of a plan whose scenario states a date; nil otherwise.
  static func all(_ scenario: Scenario) -> [SkyRow]? {
    guard let date = scenario.date, !scenario.bases.isEmpty else { return nil }
    return scenario.bases.map { base in
      SkyRow(base: base, sky: SkyConditions(at: base.position, on: date), scenario: scenario)
    }
  }

  /// An event by the scenario's clock; `–` where there is none.
  func clock(_ time: UniversalTime?) -> String { time.map { scenario.clock($0).clockText } ?? "–" }
}
