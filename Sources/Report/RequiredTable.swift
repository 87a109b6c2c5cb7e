internal import Coverage
internal import Geodesy
internal import Interception
public import Planning
internal import Response
internal import Scenario
internal import Units

extension Plan {
  /// How far out each strip's most demanding flight must be seen by day and by night, for the asset that needs the least
  /// warning; how far out the network sees it long enough for a track; and over terrain what it sees at that point.
  public var requiredTable: ReportTable {
    var table = ReportTable([
      .shown("strip", "strip"),
      .fileOnly("strip_name"),
      .shown("flight", "flight"),
      .shown("period", "by"),
      .shown("asset", "asset that needs least"),
      .shown("chain_min", "chain", "min", decimals: 2, console: 0),
      .shown("lead_time_min", "see before", "min", decimals: 2, console: 0),
      .shown("along_route_km", "along route", "km", decimals: 3, console: 0),
      .shown("direct_km", "direct", "km", decimals: 3, console: 0),
      .shown("before_origin", "before its route"),
      .shown("seen_km", "seen", "km", decimals: 3, console: 0),
      .shown("met", "far enough"),
      .fileOnly("point_latitude", decimals: 6),
      .fileOnly("point_longitude", decimals: 6),
      .fileOnly("altitude_amsl_m", decimals: 1),
      .fileOnly("floor_amsl_m", decimals: 1),
      .fileOnly("ground_amsl_m", decimals: 1),
      .fileOnly("seen_there"),
    ])
    for required in requiredDetections {
      table.append([
        .text(required.strip.id), .text(required.strip.name), .text(required.flight.id),
        .text(required.period.rawValue), .optional(required.asset?.id), .optional(required.chain?.inMinutes),
        .optional(required.leadTime?.inMinutes), .optional(required.alongRoute?.kilometres),
        .optional(required.direct?.kilometres), .flag(required.isBeforeOrigin),
        .optional(required.seenAlongRoute?.kilometres), required.isMet.map { .flag($0) } ?? .empty,
        .optional(required.point?.latitudeDegrees), .optional(required.point?.normalized.longitudeDegrees),
        .optional(required.sight?.altitude?.metres), .optional(required.sight?.floor.lowest?.metres),
        .optional(required.sight?.floor.ground?.metres), required.sight.map { .flag($0.isSeen) } ?? .empty,
      ])
    }
    return table
  }
}
