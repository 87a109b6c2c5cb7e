internal import GeoFiles
internal import Interception
internal import Planning
internal import Response

extension GeoLayers {
  /// One leg of a flight.
  enum Leg: String, CaseIterable {
    case inbound
    case outbound
  }

  var ways: OutputLayer {
    let rows = flights.flatMap { entry in Leg.allCases.map { LegRow(entry: entry, leg: $0) } }
    return Records.leg.layer(
      "routes", "Expected flights, inbound and outbound", .lines,
      rows.map { row in
        let lines = GeodesicLine(row.points).split.map { $0.map(\.position) }
        return (row, lines.isEmpty ? nil : .lines(lines))
      })
  }

  var detections: OutputLayer {
    Records.detection.layer(
      "detections", "Where each flight is first detected", .points,
      flights.compactMap { DetectionRow($0) }.map { ($0, .point($0.position)) })
  }

  /// What is seen along each flight's route.
  var routeFloors: OutputLayer {
    let rows = zip(flights, routes).flatMap { RouteRow.all(of: $0, $1) }
    return Records.route.layer(
      "route_floors", "What is seen along each flight's route", .points, rows.map { ($0, .point($0.place.position)) })
  }
}
