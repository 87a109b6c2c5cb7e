/// The JSON Schema (draft 2020-12) of comparison.json, version 2.
///
/// Like ``PlanSchema`` it demands every key and allows no other.
enum ComparisonSchema {
  private typealias Part = PlanSchema

  static var json: JSON {
    let side = Part.record([
      "folder": Part.text, "scenario": Part.text, "purchase": Part.optionalText, "radars": Part.count,
      "tool_version": Part.text,
    ])
    let station = Part.record(["id": Part.text, "type": Part.text])
    let check = Part.record(["required": Part.number, "reached": Part.optionalNumber, "is_met": Part.flag])
    return Part.record(
      [
        "format": .object(["const": .string("atalaya-comparison")]),
        "version": .object(["const": .integer(PlanComparison.version)]),
        "before": side, "after": side,
        "doubts": Part.list(Part.oneOf(PlanComparison.Doubt.allCases.map(\.rawValue))),
        "outcome": Part.record([
          "flights_per_day": figure, "detected_before_landing_per_day": figure,
          "tracked_before_landing_per_day": figure,
          "ordered_before_takeoff_per_day": figure, "met_at_strip_per_day": figure,
          "met_in_flight_only_per_day": figure, "warning_shortest_s": figure, "warning_median_s": figure,
          "warning_longest_s": figure,
        ]),
        "requirements": Part.list(
          Part.record(["name": Part.text, "before": Part.optional(check), "after": Part.optional(check)])),
        "radars_added": Part.list(station), "radars_removed": Part.list(station),
        "cost": Part.record([
          "currency": Part.optionalText, "price_low": figure, "price_base": figure, "price_high": figure,
        ]),
        "coverage": Part.list(Part.record(["height_agl_m": Part.number, "radars": Part.count, "area_km2": figure])),
        "flights_count": Part.count,
        "flights": Part.list(
          Part.record([
            "id": Part.text, "strip": Part.text, "verdict": pair(Part.verdict), "best_asset": pair(Part.text),
            "warning_s": figure, "slack_s": figure,
          ])),
        "responses_count": Part.count,
        "responses": Part.list(
          Part.record(["strip": Part.text, "asset": Part.text, "period": Part.period, "total_s": figure])),
        "required_detection_count": Part.count,
        "required_detection": Part.list(
          Part.record(["strip": Part.text, "period": Part.period, "along_route_m": figure])),
        "warnings_added": Part.list(Part.text), "warnings_removed": Part.list(Part.text),
      ],
      head: Part.head("comparison.json of atalaya, version \(PlanComparison.version)"))
  }

  private static var figure: JSON {
    Part.record(["before": Part.optionalNumber, "after": Part.optionalNumber, "change": Part.optionalNumber])
  }

  private static func pair(_ value: JSON) -> JSON {
    Part.record(["before": Part.optional(value), "after": Part.optional(value)])
  }
}

extension PlanComparison {
  /// The JSON Schema of comparison.json.
  public static var schema: String { ComparisonSchema.json.text }
}
