internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Units

extension Records {
  static var leg: Record<LegRow> {
    [
      .text("flight_id", \.entry.flight.id, gis: true), .text("flight_name", \.entry.flight.name, gis: true),
      .text("leg", \.leg.rawValue, gis: true), .text("strip_id", \.entry.flight.strip.id, gis: true),
      .text("aircraft_id", \.entry.flight.aircraft.id, gis: true),
      .speed("speed", \.entry.flight.speed, gis: .kilometresPerHour(1)),
      .length("length", { GeodesicLine.length(of: $0.points) }, gis: .kilometres(3)),
      .clock("begins", \.span.begin, gis: true), .clock("ends", \.span.end, gis: true),
      .text("altitudes", { GeodesicLine.altitudeText($0.points) }, gis: true),
      .number("per_day", \.entry.flight.perDay, gis: .exact), .text("verdict", \.entry.verdict.rawValue, gis: true),
      .text("best_asset_id", \.entry.bestWindow?.asset.id, gis: true),
      .signedDuration("slack", \.entry.bestWindow?.slack, gis: .minutes(1)),
    ]
  }

  static var detection: Record<DetectionRow> {
    [
      .text("flight_id", \.entry.flight.id, gis: true), .text("flight_name", \.entry.flight.name, gis: true),
      .text("strip_id", \.entry.flight.strip.id, gis: true), .text("radar_ids", \.entry.firstRadars, gis: true),
      .clock("time", \.time, gis: true),
      .duration("before_landing", { $0.entry.timeline.landing - $0.time }, gis: .minutes(1)),
      .signedDuration("warning", \.entry.timeline.warning, gis: .minutes(1)),
      .length(
        "distance_to_strip", { Ellipsoid.wgs84.distance(from: $0.position, to: $0.entry.flight.strip.position) },
        gis: .kilometres(1)),
    ]
  }
}

extension FlightWindows {
  /// Keys of the radars of the first sighting.
  var firstRadars: String { timeline.firstStationIDs.joined(separator: ", ") }
}
