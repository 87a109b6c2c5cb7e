internal import Interception
internal import Response
public import Scenario
internal import Units

extension Plan {
  /// How far out each strip's most demanding flight must be seen by day and by night, for the asset that needs the least warning.
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
      .shown("before_origin", "before it starts"),
    ])
    for required in requiredDetections {
      table.append([
        .text(required.strip.id), .text(required.strip.name), .text(required.flight.id),
        .text(required.period.rawValue), .optional(required.asset?.id), .optional(required.chain?.inMinutes),
        .optional(required.leadTime?.inMinutes), .optional(required.alongRoute?.kilometres),
        .optional(required.direct?.kilometres), .flag(required.isBeforeOrigin),
      ])
    }
    return table
  }
}
