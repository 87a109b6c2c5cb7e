internal import Interception
internal import Planning
internal import Response
internal import Scenario

extension Records {
  /// A figure before and after; null where a plan does not have it.
  fileprivate static func figure(decimals: Int) -> Record<PlanComparison.Figure> {
    [
      .anyNumber("before", \.before, json: .decimals(decimals)),
      .anyNumber("after", \.after, json: .decimals(decimals)),
      .anyNumber("change", \.change, json: .decimals(decimals)),
    ]
  }

  /// A word before and after.
  fileprivate static func pair(_ schema: JSON = .text) -> Record<PlanComparison.Pair> {
    [
      .text.within(schema)("before", \.before), .text.within(schema)("after", \.after),
    ]
  }

  /// comparison.json.
  static var comparison: Record<PlanComparison> {
    [
      .constant("format", .string("atalaya-comparison")), .constant("version", .integer(PlanComparison.version)),
      .object("before", side, \.before), .object("after", side, \.after),
      .json("doubts", schema: .list(of: .oneOf(PlanComparison.Doubt.words))) { comparison in
        .array(comparison.doubts.map { .string($0.rawValue) })
      },
      .list("settings", settingChange, \.settings), .object("outcome", comparedOutcome, \.self),
      .list("requirements", requirementPair, \.requirements),
      .list("radars_added", comparedRadar, \.radarsAdded), .list("radars_removed", comparedRadar, \.radarsRemoved),
      .texts("measures_added", \.measuresAdded), .texts("measures_removed", \.measuresRemoved),
      .list("readiness", readinessChange, \.readiness), .object("cost", cost, \.self),
      .list("coverage", areaChange, \.coverage),
      .count("flights_count", \.flights.count), .list("flights", flightChange) { $0.flights.filter(\.isChanged) },
      .count("responses_count", \.responseCount), .list("responses", responseChange, \.responses),
      .count("required_detection_count", \.requiredCount), .list("required_detection", requiredChange, \.required),
      .texts("warnings_added", \.warningsAdded), .texts("warnings_removed", \.warningsRemoved),
    ]
  }

  private static var settingChange: Record<PlanComparison.SettingRow> {
    [.text("name", \.name), .text("unit", \.unit), .text("before", \.value.before), .text("after", \.value.after)]
  }

  private static var comparedOutcome: Record<PlanComparison> {
    Record(
      PlanComparison.OutcomeRow.values.enumerated().map { index, value in
        .object(value.key, figure(decimals: 6)) { $0.outcome[index].figure }
      })
  }

  private static var cost: Record<PlanComparison> {
    [
      .text("currency", \.currency), .object("price_low", figure(decimals: 2), \.price.low),
      .object("price_base", figure(decimals: 2), \.price.base),
      .object("price_high", figure(decimals: 2), \.price.high),
    ]
  }

  fileprivate static var side: Record<PlanComparison.Side> {
    [
      .text("folder", \.folder), .text("scenario", \.scenario), .text("purchase", \.purchase),
      .count("radars", \.radars), .text("tool_version", \.toolVersion),
    ]
  }

  fileprivate static var requirementPair: Record<PlanComparison.RequirementRow> {
    [
      .text("name", \.name), .optionalObject("before", requirementSide, \.before),
      .optionalObject("after", requirementSide, \.after),
    ]
  }

  fileprivate static var requirementSide: Record<PlanRecord.Requirement> {
    [
      .anyNumber("required", \.required), .anyNumber("reached", \.reached), .flag("is_met", \.isMet),
    ]
  }

  fileprivate static var comparedRadar: Record<PlanRecord.Station> {
    [.text("id", \.id), .text("type", \.type)]
  }

  fileprivate static var areaChange: Record<PlanComparison.CoverageRow> {
    [
      .anyNumber("height_agl_m", \.heightMetres, json: .decimals(3)), .count("radars", \.radars),
      .object("area_km2", figure(decimals: 3), \.area),
    ]
  }

  fileprivate static var flightChange: Record<PlanComparison.FlightRow> {
    [
      .text("id", \.id), .text("strip", \.strip), .object("verdict", pair(.oneOf(Window.Verdict.keys)), \.verdict),
      .object("best_asset", pair(), \.bestAsset), .object("warning_s", figure(decimals: 3), \.warning),
      .object("slack_s", figure(decimals: 3), \.slack),
    ]
  }

  fileprivate static var readinessChange: Record<PlanComparison.ReadinessRow> {
    [
      .text("asset", \.asset), .word(Period.words)("period", \.period),
      .object("readiness_s", figure(decimals: 3), \.readiness),
    ]
  }

  fileprivate static var responseChange: Record<PlanComparison.ResponseRow> {
    [
      .text("strip", \.strip), .text("asset", \.asset), .word(Period.words)("period", \.period),
      .object("total_s", figure(decimals: 3), \.total),
    ]
  }

  fileprivate static var requiredChange: Record<PlanComparison.RequiredRow> {
    [
      .text("strip", \.strip), .word(Period.words)("period", \.period),
      .object("along_route_m", figure(decimals: 3), \.distance),
    ]
  }
}
