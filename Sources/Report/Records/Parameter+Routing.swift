internal import Response
internal import Scenario
internal import Units

extension Parameter {
  /// How routes are flown; nothing where the scenario does not ask for them.
  static func routing(
    _ scenario: Scenario, _ parameter: (String, JSON, String?) -> Parameter
  ) -> [Parameter] {
    guard let routing = scenario.routing else { return [] }
    return [
      parameter("routing.clearance", .metres(routing.clearanceByDay), "m"),
      parameter("routing.clearance_by_night", .metres(routing.clearanceByNight), "m"),
      parameter("routing.restricted_areas", .integer(routing.areas.count), nil),
    ]
  }
}
