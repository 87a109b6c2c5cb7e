internal import Coverage
internal import GeoFiles
internal import Geodesy
public import Planning
internal import Scenario
internal import Units

/// plan.json, version 2.
///
/// One object; every key is always there and in this order, with null where there is nothing to say. Numbers carry their
/// unit in the key: `_m` metres, `_s` seconds, `_km2` square kilometres, `_m2` square metres, `_m_s` metres per second.
/// `*_local` is the same time as the `*_s` next to it, as a clock shows it; `*_s` times count from midnight of the day of
/// departure, local time, and may be negative or pass 86 400. Positions are degrees on WGS 84. Lists keep the order of the
/// scenario. The text depends on the scenario and the tool's version only: a second run writes the same bytes. What each key
/// holds is in ``Planning/Plan/schema``.
enum PlanDocument {
  /// The version of the format; grows when a key changes its meaning or goes away.
  static let version = 2

  static func json(of plan: Plan) -> JSON { Records.plan.object(plan) }

  static var schema: JSON { Records.plan.schema(of: "plan.json of atalaya, version \(version)") }
}

extension Records {
  static var plan: Record<Plan> {
    [
      .constant("format", .string("atalaya-plan")), .constant("version", .integer(PlanDocument.version)),
      .object("tool", tool, meaning: "What made the plan.", { _ in ToolRow() }),
      .object("scenario", scenario, \.scenario),
      .optionalObject(
        "terrain", terrain,
        meaning: "Where elevations come from, their grid and datum; null when the scenario names none.",
        { TerrainRow($0.scenario) }),
      .list(
        "parameters", parameter, meaning: "Every setting of the scenario with its unit, and whether it is a default.",
        { Parameter.all($0.scenario) }),
      .list(
        "requirements", requirement, meaning: "What the scenario asks for, and whether the plan gives it.",
        \.requirementChecks),
      .object("outcome", outcome, meaning: "The plan in figures.", \.outcome),
      .list("purchases", option, meaning: "The same for today’s radars and for each purchase.", \.options),
      .optionalObject(
        "placement", siting(isTimed: false),
        meaning: "What to buy within a budget, with its proven bound, as place.json; null when that was not asked.",
        { $0.placement.map { SitingReport($0) } }),
      .optionalObject(
        "leak", leak, meaning: "The least-observed route to each strip, as leak.json; null when that was not asked.",
        { $0.leak.map { LeakReport($0) } }),
      Field.optionalObject(
        "reach", reachAnswer,
        meaning: "What assets reach, as reach.json; missing where the scenario does not ask for it.",
        { (plan: Plan) in plan.reach.map { ReachReport($0) } }
      ).inDocumentsIfAny,
      .list("aircraft", aircraft, \.scenario.aircraft),
      Field.optionalList("illuminators", illuminator) { plan in
        plan.scenario.illuminators.isEmpty ? nil : plan.scenario.illuminators
      }.inDocumentsIfAny,
      Field.optionalList(
        "sky", skyOfBase, meaning: "Sun and Moon over each base on the scenario’s date.", { SkyRow.all($0.scenario) }
      ).inDocumentsIfAny,
      .list("bases", base, { plan in plan.scenario.bases.map { BaseRow(base: $0, scenario: plan.scenario) } }),
      .list("assets", asset, \.scenario.assets), .list("strips", strip, { StripRow.all($0) }),
      .object("network", network, \.self),
      .object(
        "coverage", coverage,
        meaning:
          "How far each radar sees, and the areas seen by at least 1, 2, 3 of them: over terrain where model says so.",
        \.self),
      .list("responses", response, meaning: "Every asset to every strip by day and by night.", \.responses),
      .list("flights", flight, meaning: "What is seen of each flight, and every asset’s part in it.", \.flightRows),
      .list(
        "required_detection", required, meaning: "How far out flights to each strip must be seen.", \.requiredDetections
      ),
      .texts(
        "warnings", { $0.warnings.map(\.text) }, meaning: "Limits of the models, and warnings about the scenario."),
    ]
  }

  private static var network: Record<Plan> {
    [
      .text("purchase", \.purchase?.id),
      .list("stations", station, { StationRow.all($0.network.stations, of: $0.scenario, $0.network, $0.terrain) }),
    ]
  }

  private static var scenario: Record<Scenario> { [.text("name", \.name), .text("description", \.description)] }

  private static var tool: Record<ToolRow> {
    [
      .text("name", { _ in "atalaya" }), .text("version", { _ in AtalayaVersion.current }),
      .text("proj", { _ in PROJRelease.version }), .text("gdal", { _ in GDALRelease.version }),
    ]
  }
}

extension Plan {
  /// The plan as the text of plan.json: versioned, in a stable order, the same bytes for the same scenario.
  public var json: String { PlanDocument.json(of: self).text }

  /// The JSON Schema of plan.json.
  public static var schema: String { PlanDocument.schema.text }
}
