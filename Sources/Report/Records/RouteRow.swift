internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A place on a flight's route, and what the network sees there.
struct RouteRow {
  var flightID: String
  var place: RouteFloor

  /// The places on a flight's route.
  static func all(of entry: FlightWindows, _ places: [RouteFloor]) -> [RouteRow] {
    places.map { RouteRow(flightID: entry.flight.id, place: $0) }
  }
}
