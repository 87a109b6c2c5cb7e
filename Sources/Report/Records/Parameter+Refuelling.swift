internal import Scenario
internal import Units

extension Parameter {
  /// How aircraft refuel on their way and where they hand over; nothing where the scenario has no such places.
  static func refuelling(
    _ scenario: Scenario, _ parameter: (String, JSON, String?) -> Parameter
  ) -> [Parameter] {
    let handOver = scenario.handOverPlaces.count
    let places = handOver == 0 ? [] : [parameter("hand_over_places", .integer(handOver), nil)]
    guard let refuelling = scenario.refuelling else { return places }
    return [
      parameter("refuelling.time", .seconds(refuelling.time), "s"),
      parameter("refuelling.most_stops", .integer(refuelling.mostStops), nil),
      parameter("refuelling_places", .integer(refuelling.places.count), nil),
    ] + places
  }
}
