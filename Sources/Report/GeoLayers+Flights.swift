internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// One way of a flight.
  enum Leg: String, CaseIterable {
    case inbound
    case outbound
  }

  func waypoints(_ leg: Leg, of flight: Flight) -> [Waypoint] { leg == .inbound ? flight.inbound : flight.outbound }

  /// When a leg begins and ends.
  func span(_ leg: Leg, of timeline: Timeline) -> TimeSpan {
    leg == .inbound
      ? TimeSpan(begin: timeline.departure, end: timeline.landing)
      : TimeSpan(begin: timeline.takeoff, end: timeline.exit)
  }

  var ways: OutputLayer {
    var layer = OutputLayer(
      name: "routes", description: "Expected flights, inbound and outbound", geometry: .lines,
      fields: [
        .init("flight_id", .text), .init("flight_name", .text), .init("leg", .text), .init("strip_id", .text),
        .init("aircraft_id", .text), .init("speed_km_h", .real), .init("length_km", .real), .init("begins", .text),
        .init("ends", .text), .init("altitudes", .text), .init("per_day", .real), .init("verdict", .text),
        .init("best_asset_id", .text), .init("slack_min", .real),
      ])
    for entry in flights {
      for leg in Leg.allCases {
        let points = waypoints(leg, of: entry.flight)
        let span = span(leg, of: entry.timeline)
        let lines = GeodesicLine(points).split.map { $0.map(\.position) }
        layer.append(
          [
            .text(entry.flight.id), .text(entry.flight.name), .text(leg.rawValue), .text(entry.flight.strip.id),
            .text(entry.flight.aircraft.id), .real(entry.flight.speed.kilometresPerHour.rounded(toPlaces: 1)),
            .real(GeodesicLine.length(of: points).kilometres.rounded(toPlaces: 3)), .text(span.begin.clockText),
            .text(span.end.clockText), .text(GeodesicLine.altitudeText(points)), .real(entry.flight.perDay),
            .text(entry.verdict.rawValue), FieldValue(entry.bestWindow?.asset.id),
            FieldValue(entry.bestWindow?.slack?.inMinutes.rounded(toPlaces: 1)),
          ], lines.isEmpty ? nil : .lines(lines))
      }
    }
    return layer
  }

  var detections: OutputLayer {
    var layer = OutputLayer(
      name: "detections", description: "Where each flight is first detected", geometry: .points,
      fields: [
        .init("flight_id", .text), .init("flight_name", .text), .init("strip_id", .text), .init("radar_ids", .text),
        .init("time", .text), .init("before_landing_min", .real), .init("warning_min", .real),
        .init("distance_to_strip_km", .real),
      ])
    for entry in flights {
      guard let position = entry.timeline.firstDetectionPosition, let time = entry.timeline.firstDetection else {
        continue
      }
      layer.append(
        [
          .text(entry.flight.id), .text(entry.flight.name), .text(entry.flight.strip.id),
          .text(firstRadars(of: entry)), .text(time.clockText),
          .real((entry.timeline.landing - time).inMinutes.rounded(toPlaces: 1)),
          FieldValue(entry.timeline.warning.map { $0.inMinutes.rounded(toPlaces: 1) }),
          .real(
            Ellipsoid.wgs84.distance(from: position, to: entry.flight.strip.position).kilometres.rounded(toPlaces: 1)),
        ], .point(position))
    }
    return layer
  }

  var routeFloors: OutputLayer {
    var layer = OutputLayer(
      name: "route_floors", description: "What is seen along each flight's way", geometry: .points,
      fields: [
        .init("flight_id", .text), .init("leg", .text), .init("along_km", .real), .init("time", .text),
        .init("ground_amsl_m", .real), .init("aircraft_amsl_m", .real), .init("floor_amsl_m", .real),
        .init("above_floor_m", .real), .init("seen", .text), .init("radar_ids", .text),
      ])
    for (entry, places) in zip(flights, routes) {
      for place in places {
        func metres(_ length: Length?) -> FieldValue { FieldValue(length.map { $0.metres.rounded(toPlaces: 1) }) }
        layer.append(
          [
            .text(entry.flight.id), .text((place.isInbound ? Leg.inbound : .outbound).rawValue),
            .real(place.along.kilometres.rounded(toPlaces: 3)), .text(place.time.clockText),
            metres(place.floor.ground), metres(place.altitude), metres(place.floor.lowest), metres(place.aboveFloor),
            .text(place.seenBy.isEmpty ? "no" : "yes"),
            .text(place.seenBy.map { stations[$0].id }.joined(separator: ", ")),
          ], .point(place.position))
      }
    }
    return layer
  }

  /// Keys of the radars of the first sighting.
  func firstRadars(of entry: FlightWindows) -> String {
    entry.timeline.sightings.first?.stationIDs.joined(separator: ", ") ?? ""
  }
}
