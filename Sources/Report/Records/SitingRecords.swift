internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// The records of a list of radars to buy: their values are in the unit of its objective, their money in its currency.
struct SitingRecords {
  var currency = ""
  /// What is counted.
  var unit = ""
  /// Decimals of values on the console.
  var decimals = 0

  /// The purchases in the order in which to buy them, and the layer of that name.
  var purchase: Record<PurchaseRow> {
    [
      .count("order", \.order, heading: "#", csv: true, gis: true),
      .text("site", \.option.site.id, heading: "site", csv: true, gis: true),
      .text("site_name", \.option.site.name, csv: true, gis: true),
      .text("type", \.option.type.id, heading: "type", csv: true, gis: true),
      .text("type_name", \.option.type.name, csv: true, gis: true),
      .place(\.option.site.position, csv: 6),
      money("price", "price", gis: .millions()) { Money($0.step.cost, currency) },
      .anyNumber("gain", \.step.gain, heading: "gain", csv: .decimals(6), unit: unit, console: decimals, gis: .exact),
      .anyNumber(
        "gain_per_million", { row in row.step.gainPerCost.map { $0 * 1e6 } }, heading: "gain per", csv: .decimals(6),
        unit: "million", console: decimals + 1, gis: .exact),
      money("cost_so_far", "cost so far") { Money($0.step.costSoFar, currency) },
      value("covered_so_far", "so far", \.step.coveredSoFar),
    ]
  }

  /// The measures to take.
  var measure: Record<MeasureRow> {
    [
      .text("measure", \.measure.id, heading: "measure", csv: true),
      .text("name", \.measure.name, csv: true),
      .text("kind", { if case .alert = $0.measure.change { "base" } else { "readiness" } }, heading: "kind", csv: true),
      money("cost", "cost", \.measure.cost),
      value("value_without", "without", \.without),
    ]
  }

  /// The same budget at low, base and high prices.
  func price(_ packages: [SitingPackage] = []) -> Record<SitingPackage> {
    [
      .text("price", \.list.price.rawValue, heading: "prices", csv: true),
      money("cost", "cost", \.cost),
      value("value", "value", \.list.answer.value),
      value("bound", "bound", \.list.answer.bound),
      gap { $0.list.answer.gap },
      .count("radars", \.list.items.count, heading: "radars", csv: true),
      .text("list", { SitingReport.names(of: $0) }, heading: "list", csv: true),
      search(packages.map(\.list.answer.status), \.list.answer.status),
    ]
  }

  /// Other budgets.
  func budget(_ steps: [BudgetStep] = []) -> Record<BudgetStep> {
    [
      money("budget", "budget", \.package.budget),
      money("cost", "cost", \.package.cost),
      value("value", "value", \.list.answer.value),
      value("bound", "bound", \.list.answer.bound),
      .inside(Records.outcomeFields, \.outcome),
      .flag("knee", \.isKnee, heading: "knee", csv: true),
      .count("radars", \.list.items.count, heading: "radars", csv: true),
      .text("list", { SitingReport.names(of: $0.package) }, csv: true),
      search(steps.map(\.list.answer.status), \.list.answer.status),
    ]
  }

  /// The list without each radar.
  var loss: Record<RadarLoss> {
    [
      .text("radar", \.station.id, heading: "without", csv: true),
      .text("type", \.station.type.id, heading: "type", csv: true),
      .text("status", { $0.isExisting ? "existing" : "bought" }, heading: "", csv: true),
      value("value", "value", \.value),
      .inside(Records.outcomeFields, \.outcome),
    ]
  }

  /// Purchases over years.
  func stage(_ stages: [SitingStage] = []) -> Record<(year: Int, stage: SitingStage)> {
    [
      .count("year", \.year, heading: "year", csv: true),
      money("budget", "budget", \.stage.budget),
      money("cost_so_far", "cost so far", \.stage.cost),
      value("value", "value", \.stage.value),
      value("bound", "bound", \.stage.bound),
      .inside(Records.outcomeFields, \.stage.outcome),
      .text(
        "list", { row in (row.stage.measures.map(\.id) + row.stage.bought.map(\.id)).joined(separator: ", ") },
        heading: "bought", csv: true),
      search(stages.map(\.status), \.stage.status),
    ]
  }

  /// Plans of others, compared with the best list for their cost.
  func verdict(_ verdicts: [PlanVerdict] = []) -> Record<PlanVerdict> {
    let takesMeasures = verdicts.contains { !$0.plan.measures.isEmpty }
    return [
      .text("plan", \.plan.id, heading: "plan", csv: true),
      .text("name", \.plan.name, csv: true),
      .count("radars", \.plan.items.count, heading: "radars", csv: true),
      .text(
        "measures", { row in row.plan.measures.map(\.id).joined(separator: ", ") },
        heading: takesMeasures ? "measures" : nil, csv: true),
      money("cost", "cost", \.cost),
      value("value", "value", \.value),
      value("best_value", "best for", unit: "its cost", \.best?.list.answer.value),
      value("bound", "bound", \.best?.list.answer.bound),
      gap { $0.gap },
      .inside(Records.outcomeFields, \.outcome),
      .text("best_list", { $0.best.map { SitingReport.names(of: $0) } ?? "" }, csv: true),
      .text(
        "search", { $0.best?.list.answer.status.rawValue ?? "" },
        heading: searchHeading(verdicts.compactMap(\.best?.list.answer.status)), csv: true),
    ]
  }

  private func money<Row, V: Maybe<Money>>(
    _ stem: String, _ heading: String, gis: Face<Money>? = nil, _ value: @escaping (Row) -> V
  ) -> Field<Row> {
    .money(stem, value, heading: heading, csv: .millions(6), unit: "\(currency) M", console: 2, gis: gis)
  }

  private func value<Row, V: Maybe<Double>>(
    _ stem: String, _ heading: String, unit: String? = nil, _ value: @escaping (Row) -> V
  ) -> Field<Row> {
    .anyNumber(stem, value, heading: heading, csv: .decimals(6), unit: unit ?? self.unit, console: decimals)
  }

  private func gap<Row>(_ value: @escaping (Row) -> Double?) -> Field<Row> {
    .anyNumber("gap", value, heading: "gap", csv: .percent(4), console: 2)
  }

  /// How each row's search ended: on the console where not all are proven.
  private func search<Row>(
    _ ends: [SearchAnswer.Status], _ value: @escaping (Row) -> SearchAnswer.Status
  ) -> Field<Row> {
    .word(SearchAnswer.Status.words)("search", { value($0).rawValue }, heading: searchHeading(ends), csv: true)
  }

  private func searchHeading(_ ends: [SearchAnswer.Status]) -> String? {
    ends.allSatisfy { $0 == .optimal } ? nil : "search"
  }
}

extension Records {
  /// Flights a day, in every table of a list of radars to buy.
  static var outcomeFields: [Field<SitingSurvey.Outcome>] {
    [
      .number(
        "detected_per_day", \.detectedPerDay, heading: "detected", csv: .decimals(3), unit: "a day", console: 1,
        json: .decimals(3)),
      .number(
        "tracked_per_day", \.trackedPerDay, heading: "tracked", csv: .decimals(3), unit: "a day", console: 1,
        json: .decimals(3)),
      .number(
        "met_per_day", \.metPerDay, heading: "met", csv: .decimals(3), unit: "a day", console: 1, json: .decimals(3)),
    ]
  }
}
