/// comparison.json, version 2.
///
/// Keys and units are those of plan.json: `_m`, `_s`, `_km2`. Each figure is an object of `before`, `after` and `change`,
/// null where a plan does not have it. `coverage` holds every height; `flights`, `responses` and `required_detection` hold
/// what changes, and `*_count` says of how many.
extension PlanComparison {
  /// The version of the format; grows when a key changes its meaning or goes away.
  static let version = 2

  /// The comparison as the text of comparison.json.
  public var json: String { document.text }

  private var document: JSON {
    .object([
      "format": .string("atalaya-comparison"), "version": .integer(Self.version),
      "before": side(before), "after": side(after), "doubts": .array(doubts.map { .string($0.rawValue) }),
      "outcome": .object(outcome.map { .init(key: $0.key, value: figure($0.figure, decimals: 6)) }),
      "requirements": .array(
        requirements.map { row in
          .object(["name": .string(row.name), "before": requirement(row.before), "after": requirement(row.after)])
        }),
      "radars_added": .array(radarsAdded.map(station)), "radars_removed": .array(radarsRemoved.map(station)),
      "cost": .object([
        "currency": .optional(currency), "price_low": figure(price.low, decimals: 2),
        "price_base": figure(price.base, decimals: 2), "price_high": figure(price.high, decimals: 2),
      ]),
      "coverage": .array(
        coverage.map { row in
          .object([
            "height_agl_m": .number(row.heightMetres, decimals: 3), "radars": .integer(row.radars),
            "area_km2": figure(row.area, decimals: 3),
          ])
        }),
      "flights_count": .integer(flights.count), "flights": .array(flights.filter(\.isChanged).map(flight)),
      "responses_count": .integer(responseCount),
      "responses": .array(
        responses.map { row in
          .object([
            "strip": .string(row.strip), "asset": .string(row.asset), "period": .string(row.period),
            "total_s": figure(row.total, decimals: 3),
          ])
        }),
      "required_detection_count": .integer(requiredCount),
      "required_detection": .array(
        required.map { row in
          .object([
            "strip": .string(row.strip), "period": .string(row.period),
            "along_route_m": figure(row.distance, decimals: 3),
          ])
        }),
      "warnings_added": .array(warningsAdded.map { .string($0) }),
      "warnings_removed": .array(warningsRemoved.map { .string($0) }),
    ])
  }

  private func requirement(_ check: PlanRecord.Requirement?) -> JSON {
    guard let check else { return .null }
    return .object([
      "required": .number(check.required, decimals: 6), "reached": .optional(check.reached, decimals: 6),
      "is_met": .bool(check.isMet),
    ])
  }

  private func side(_ side: Side) -> JSON {
    .object([
      "folder": .string(side.folder), "scenario": .string(side.scenario), "purchase": .optional(side.purchase),
      "radars": .integer(side.radars), "tool_version": .string(side.toolVersion),
    ])
  }

  private func figure(_ figure: Figure, decimals: Int) -> JSON {
    .object([
      "before": .optional(figure.before, decimals: decimals), "after": .optional(figure.after, decimals: decimals),
      "change": .optional(figure.change, decimals: decimals),
    ])
  }

  private func station(_ station: PlanRecord.Station) -> JSON {
    .object(["id": .string(station.id), "type": .string(station.type)])
  }

  private func flight(_ row: FlightRow) -> JSON {
    .object([
      "id": .string(row.id), "strip": .string(row.strip),
      "verdict": .object(["before": .optional(row.verdict.before), "after": .optional(row.verdict.after)]),
      "best_asset": .object(["before": .optional(row.bestAsset.before), "after": .optional(row.bestAsset.after)]),
      "warning_s": figure(row.warning, decimals: 3), "slack_s": figure(row.slack, decimals: 3),
    ])
  }
}
