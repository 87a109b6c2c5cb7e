internal import Coverage
internal import Geodesy
internal import Interception
public import Planning
internal import Scenario
internal import Units

extension Plan {
  /// What the network sees along the way of every flight, about every kilometre; nil without terrain.
  ///
  /// `floor_amsl_m` is the lowest altitude at which a radar sees the flight's target there, `above_floor_m` how far above
  /// it the aircraft flies, `seen_by` which radars see it; `glimpsed_by` which have it in view, but for less than their revisit.
  public var routeTable: ReportTable? {
    guard let terrain, !terrain.routes.isEmpty else { return nil }
    var table = ReportTable([
      .shown("flight", "flight"),
      .shown("leg", "leg"),
      .shown("along_km", "along", "km", decimals: 3, console: 1),
      .shown("time_local", "time"),
      .fileOnly("latitude", decimals: 6),
      .fileOnly("longitude", decimals: 6),
      .shown("ground_amsl_m", "ground", "m", decimals: 1),
      .shown("aircraft_amsl_m", "aircraft", "m", decimals: 1),
      .shown("floor_amsl_m", "floor", "m", decimals: 1),
      .fileOnly("second_floor_amsl_m", decimals: 1),
      .shown("above_floor_m", "above it", "m", decimals: 1),
      .fileOnly("lowest_radar"),
      .shown("seen_by", "seen by"),
      .fileOnly("glimpsed_by"),
    ])
    func names(_ stations: [Int]) -> ReportTable.Cell {
      .optional(stations.isEmpty ? nil : stations.map { network.stations[$0].id }.joined(separator: "; "))
    }
    for (entry, places) in zip(flights, terrain.routes) {
      for place in places {
        table.append([
          .text(entry.flight.id), .text(place.isInbound ? "inbound" : "outbound"), .number(place.along.kilometres),
          .text(place.time.clockSecondsText), .number(place.position.latitudeDegrees),
          .number(place.position.normalized.longitudeDegrees), .optional(place.floor.ground?.metres),
          .optional(place.altitude?.metres), .optional(place.floor.lowest?.metres),
          .optional(place.floor.second?.metres), .optional(place.aboveFloor?.metres),
          .optional(place.floor.station.map { network.stations[$0].id }),
          names(place.seenBy), names(place.glimpsedBy),
        ])
      }
    }
    return table
  }
}
