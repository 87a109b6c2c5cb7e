public import Planning
internal import Response
internal import Scenario
internal import Units

extension Plan {
  /// How long each asset takes to each strip by day and by night, and what stands in the way.
  public var responseTable: ReportTable {
    var table = ReportTable([
      .shown("strip", "strip"),
      .fileOnly("strip_name"),
      .shown("base", "base"),
      .shown("asset", "asset"),
      .fileOnly("aircraft"),
      .shown("period", "by"),
      .shown("distance_km", "distance", "km", decimals: 3, console: 1),
      .shown("readiness_min", "ready", "min", decimals: 2, console: 0),
      .fileOnly("departure_min", decimals: 2),
      .fileOnly("cruise_min", decimals: 2),
      .fileOnly("landing_min", decimals: 2),
      .shown("block_min", "flight", "min", decimals: 2, console: 0),
      .shown("total_min", "total", "min", decimals: 2, console: 0),
      .shown("arrival", "arrival"),
      .fileOnly("reachable"),
      .shown("obstacles", "out of reach because"),
    ])
    for response in responses {
      table.append([
        .text(response.strip.id), .text(response.strip.name), .text(response.asset.base.id),
        .text(response.asset.id), .text(response.asset.aircraft.id), .text(response.period.rawValue),
        .number(response.distance.kilometres), .optional(response.readiness?.inMinutes),
        .number(response.departure.inMinutes), .number(response.cruise.inMinutes),
        .number(response.landing.inMinutes), .number(response.block.inMinutes), .optional(response.total?.inMinutes),
        .text(response.arrival.rawValue), .flag(response.isReachable),
        .optional(response.obstacles.isEmpty ? nil : response.obstacles.map(\.words).joined(separator: "; ")),
      ])
    }
    return table
  }
}
