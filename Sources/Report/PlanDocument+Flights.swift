internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

extension PlanDocument {
  static func response(_ response: ResponseTime) -> JSON {
    .object([
      "strip": .string(response.strip.id), "base": .string(response.asset.base.id),
      "asset": .string(response.asset.id), "period": .string(response.period.rawValue),
      "distance_m": .metres(response.distance), "readiness_s": .seconds(response.readiness),
      "departure_s": .seconds(response.departure), "cruise_s": .seconds(response.cruise),
      "landing_s": .seconds(response.landing), "block_s": .seconds(response.block),
      "total_s": .seconds(response.total), "arrival": .string(response.arrival.rawValue),
      "reachable": .bool(response.isReachable),
      "obstacles": .array(
        response.obstacles.map { .object(["reason": .string($0.key), "text": .string($0.words)]) }),
    ])
  }

  static func flight(_ index: Int, of plan: Plan) -> JSON {
    let windows = plan.flights[index]
    let flight = windows.flight
    let timeline = windows.timeline
    return .object([
      "id": .string(flight.id), "name": .string(flight.name), "aircraft": .string(flight.aircraft.id),
      "strip": .string(flight.strip.id), "per_day": .number(flight.perDay, decimals: 6),
      "rcs_m2": .number(flight.target.crossSection.squareMetres, decimals: 9),
      "has_transponder": .bool(flight.target.hasTransponder),
      "speed_m_s": .number(flight.speed.metresPerSecond, decimals: 6),
      "departure_s": .seconds(timeline.departure), "departure_local": .clock(timeline.departure),
      "landing_s": .seconds(timeline.landing), "landing_local": .clock(timeline.landing),
      "takeoff_s": .seconds(timeline.takeoff), "takeoff_local": .clock(timeline.takeoff),
      "exit_s": .seconds(timeline.exit), "exit_local": .clock(timeline.exit),
      "first_detection_s": .seconds(timeline.firstDetection),
      "first_detection_local": .clock(timeline.firstDetection),
      "first_detection_latitude": .degrees(timeline.firstDetectionPosition?.latitudeDegrees),
      "first_detection_longitude": .degrees(timeline.firstDetectionPosition?.normalized.longitudeDegrees),
      "warning_s": .seconds(timeline.warning),
      "confirmed_s": .seconds(timeline.confirmed), "confirmed_local": .clock(timeline.confirmed),
      "ordered_s": .seconds(timeline.ordered), "ordered_local": .clock(timeline.ordered),
      "sightings": .array(timeline.sightings.map(sighting)), "glimpses": .array(timeline.glimpses.map(sighting)),
      "tracks": .array(timeline.tracks.map { .object(span($0)) }),
      "route_floors": plan.terrain.map { terrain in
        .array(terrain.routes[index].map { routeFloor($0, plan) })
      } ?? .null,
      "inbound_window": windows.inbound.map { .object(span($0)) } ?? .null,
      "ground_window": windows.ground.map { .object(span($0)) } ?? .null,
      "outbound_window": windows.outbound.map { .object(span($0)) } ?? .null,
      "verdict": .string(windows.verdict.key),
      "best_asset": .optional(windows.bestWindow?.asset.id),
      "assets": .array(windows.windows.map(window)),
    ])
  }

  private static func sighting(_ sighting: Timeline.Sighting) -> JSON {
    .object(span(sighting.span) + [.init(key: "stations", value: .array(sighting.stationIDs.map { .string($0) }))])
  }

  /// One place of a flight's way: as a row of routes.csv.
  private static func routeFloor(_ place: RouteFloor, _ plan: Plan) -> JSON {
    .object([
      "is_inbound": .bool(place.isInbound), "along_m": .metres(place.along), "time_s": .seconds(place.time),
      "latitude": .degrees(place.position.latitudeDegrees),
      "longitude": .degrees(place.position.normalized.longitudeDegrees),
      "ground_amsl_m": .metres(place.floor.ground), "aircraft_amsl_m": .metres(place.altitude),
      "lowest_seen_amsl_m": .metres(place.floor.lowest), "second_seen_amsl_m": .metres(place.floor.second),
      "station": .optional(place.floor.station.map { plan.network.stations[$0].id }),
      "seen_by": .array(place.seenBy.map { .string(plan.network.stations[$0].id) }),
      "glimpsed_by": .array(place.glimpsedBy.map { .string(plan.network.stations[$0].id) }),
    ])
  }

  private static func window(_ window: Window) -> JSON {
    .object([
      "asset": .string(window.asset.id), "base": .string(window.asset.base.id),
      "period": .optional(window.period?.rawValue), "verdict": .string(window.verdict.key),
      "airborne_s": .seconds(window.airborne), "airborne_local": .clock(window.airborne),
      "arrival_s": .seconds(window.arrival), "arrival_local": .clock(window.arrival),
      "slack_s": .seconds(window.slack), "response_s": .seconds(window.response?.total),
      "mission_end_s": .seconds(window.missionEnd), "mission_end_local": .clock(window.missionEnd),
      "busy_with": .optional(window.duty?.flightID), "busy_until_s": .seconds(window.duty?.until),
      "busy_until_local": .clock(window.duty?.until),
      "intercepts": .array(window.intercepts.map(intercept)),
      "untracked_intercepts": .array(window.untracked.map(intercept)),
    ])
  }

  private static func intercept(_ intercept: Window.Intercept) -> JSON {
    let members: KeyValuePairs<String, JSON> = [
      "begin_latitude": .degrees(intercept.first.latitudeDegrees),
      "begin_longitude": .degrees(intercept.first.normalized.longitudeDegrees),
      "end_latitude": .degrees(intercept.last.latitudeDegrees),
      "end_longitude": .degrees(intercept.last.normalized.longitudeDegrees),
      "is_inbound": .bool(intercept.isInbound), "is_tracked_at_begin": .bool(intercept.isTracked),
    ]
    return .object(span(intercept.span) + members.map { JSON.Member(key: $0.key, value: $0.value) })
  }

  private static func span(_ span: TimeSpan) -> [JSON.Member] {
    [
      .init(key: "begin_s", value: .seconds(span.begin)), .init(key: "begin_local", value: .clock(span.begin)),
      .init(key: "end_s", value: .seconds(span.end)), .init(key: "end_local", value: .clock(span.end)),
    ]
  }

  static func required(_ required: RequiredDetection) -> JSON {
    .object([
      "strip": .string(required.strip.id), "flight": .string(required.flight.id),
      "period": .string(required.period.rawValue), "asset": .optional(required.asset?.id),
      "chain_s": .seconds(required.chain), "lead_time_s": .seconds(required.leadTime),
      "along_route_m": .metres(required.alongRoute), "direct_m": .metres(required.direct),
      "is_before_origin": .bool(required.isBeforeOrigin),
      "seen_along_route_m": .metres(required.seenAlongRoute), "is_met": required.isMet.map { .bool($0) } ?? .null,
      "point_latitude": .degrees(required.point?.latitudeDegrees),
      "point_longitude": .degrees(required.point?.normalized.longitudeDegrees),
      "over_terrain": required.sight.map { sight in
        .object([
          "aircraft_amsl_m": .metres(sight.altitude), "ground_amsl_m": .metres(sight.floor.ground),
          "lowest_seen_amsl_m": .metres(sight.floor.lowest), "second_seen_amsl_m": .metres(sight.floor.second),
          "is_seen": .bool(sight.isSeen),
        ])
      } ?? .null,
    ])
  }
}
