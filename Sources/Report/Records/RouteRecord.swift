internal import Coverage
internal import Geodesy
internal import Interception
public import Planning
internal import Radar
internal import Scenario
internal import Units

extension Records {
  /// A row of routes.csv, of a flight's `route_floors` in plan.json and of the layer of that name.
  static var route: Record<RouteRow> { route(hasLooks: false) }

  /// - Parameter hasLooks: Whether looks count: what they come to then stands last.
  static func route(hasLooks: Bool) -> Record<RouteRow> {
    Record(routeFields(hasLooks) + (hasLooks ? detectionFields : detectionFields.map(\.inDocumentsIfAny)))
  }

  private static var detectionFields: [Field<RouteRow>] {
    [
      .share(
        "detection_per_look", \.place.detection?.perLook, csv: true, json: true,
        meaning: "The probability that one look of each radar detects it there."),
      .share(
        "detection_per_minute", \.place.detection?.perMinute, csv: true, json: true,
        meaning: "The same within a minute of looks."),
      .texts(
        "looks_by",
        { $0.place.looks.filter { $0.probability >= 0.0005 }.map { "\($0.stationID) \($0.probability.fixed(3))" } },
        csv: true, meaning: "Radars whose look may detect it there, each with its probability."),
      .texts(
        "rejected_by", { $0.place.looks.filter(\.isRejected).map(\.stationID) }, csv: true,
        meaning: "Radars that have it in view there and reject its echo for its radial speed."),
      .texts(
        "blind_speed_of", { $0.place.looks.filter(\.isAtBlindSpeed).map(\.stationID) }, csv: true,
        meaning: "Those of them that do so around a blind speed; across the beam of the others it flies."),
    ]
  }

  private static func routeFields(_ hasLooks: Bool) -> [Field<RouteRow>] {
    [
      .text("flight", \.flightID, heading: "flight", csv: true, gis: .named("flight_id")),
      .flag("is_inbound", \.place.isInbound),
      .text(
        "leg", { ($0.place.isInbound ? GeoLayers.Leg.inbound : .outbound).rawValue }, heading: "leg", csv: true,
        gis: true),
      .length(
        "along", \.place.along, heading: "along", csv: .kilometres(3), console: 1, json: true, gis: .kilometres(3)),
      .clock("time", \.place.time, heading: "time", csv: true, gis: true),
      .signedDuration("time", \.place.time),
      .place(\.place.position.normalized, csv: 6, json: 7),
      .signedLength(
        "ground_amsl", \.place.floor.ground, heading: "ground", csv: .metres(1), json: true, gis: .metres(1)),
      .signedLength(
        "aircraft_amsl", \.place.altitude, heading: "aircraft", csv: .metres(1), json: true, gis: .metres(1)),
      .signedLength(
        "floor_amsl", \.place.floor.lowest, heading: "floor", csv: .metres(1), json: .named("lowest_seen_amsl"),
        gis: .metres(1),
        meaning:
          "The lowest altitude at which a radar sees the flight’s target there; where looks count, at which one look detects it with detection.probability."
      ),
      .signedLength("second_floor_amsl", \.place.floor.second, csv: .metres(1), json: .named("second_seen_amsl")),
      .signedLength(
        "above_floor", \.place.aboveFloor, heading: "above it", csv: .metres(1), gis: .metres(1),
        meaning: "How far above that the aircraft flies."),
      .text(
        "lowest_radar", \.place.floor.stationID, csv: true,
        json: .named("station"), meaning: "The radar that sees lowest there."),
      .text("seen", { $0.place.seenBy.isEmpty ? "no" : "yes" }, gis: true),
      .texts(
        "seen_by", \.place.seenBy, heading: hasLooks ? "covered by" : "seen by", csv: true, json: true,
        gis: .named("radar_ids"),
        meaning:
          "Radars that see it there, for their revisit or longer; where looks count, radars that cover it: one look detects it there with detection.probability or more. looks_by has all whose looks may detect it."
      ),
      .texts(
        "glimpsed_by", \.place.glimpsedBy, csv: true, json: true,
        meaning:
          "Radars that have it in view there, but for less than their revisit, or, where looks count, reject its echo for its radial speed."
      ),
    ]
  }
}

extension Plan {
  /// What the network sees along the route of every flight, about every kilometre; nil without terrain.
  ///
  /// `floor_amsl_m` is the lowest altitude at which a radar sees the flight's target there, `above_floor_m` how far above
  /// it the aircraft flies, `seen_by` which radars see it; `glimpsed_by` which have it in view, but for less than their revisit.
  /// Where looks count, `seen_by` names the radars of which one look detects it with the wanted probability, and `looks_by` all
  /// whose looks may.
  public var routeTable: ReportTable? {
    guard let terrain, !terrain.routes.isEmpty else { return nil }
    return Records.route(hasLooks: scenario.detection != nil).table(
      zip(flights, terrain.routes).flatMap { RouteRow.all(of: $0, $1) })
  }
}
