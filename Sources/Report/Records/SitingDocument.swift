internal import Coverage
internal import Geodesy
internal import Planning
internal import Scenario
internal import Units

extension Records {
  /// place.json, and the object `placement` of plan.json.
  /// - Parameter isTimed: Whether it says how long the search took: a plan does not, so that a second run writes the same.
  static func siting(isTimed: Bool) -> Record<SitingReport> {
    Record(question + (isTimed ? times : []) + figures)
  }

  private static var question: [Field<SitingReport>] {
    [
      .text("objective", \.problem.objective.id),
      .text("on_top_of", \.base?.id, meaning: "The purchase that counts as made before."),
      .text("unit", \.problem.objective.unit, meaning: "The unit of values."), .money("budget", \.package.budget),
      .text("currency", \.currency),
      .text("price", \.list.price.rawValue, meaning: "Whether prices are low, base or high."),
      .money("cost", \.package.cost), .anyNumber("value", \.list.answer.value, json: .decimals(9)),
      .anyNumber("value_today", \.asked.todayValue, json: .decimals(9)),
      .anyNumber("bound", \.list.answer.bound, json: .decimals(9), meaning: "No list reaches more."),
      .anyNumber("gap", \.list.answer.gap, json: .decimals(9)),
      .word(SearchAnswer.Status.words)("status", \.list.answer.status.rawValue),
    ]
  }

  private static var times: [Field<SitingReport>] {
    [
      .number("seconds", \.list.answer.seconds, json: .decimals(9)),
      .number("look_seconds", \.times?.look.inSeconds, json: .decimals(9)),
      .number("search_seconds", \.times?.search.inSeconds, json: .decimals(9)),
    ]
  }

  private static var figures: [Field<SitingReport>] {
    let records = SitingRecords()
    return [
      .flag("counts_assets_as_free", \.problem.objective.countsAssets), .count("options", \.offered.count),
      .flag("is_over_terrain", { $0.problem.survey.scenario.terrain != nil }),
      .number(
        "sampling_error", \.samplingError?.squareKilometres, json: .decimals(9),
        meaning: "In square kilometres, two standard errors."),
      .count("cells", { $0.problem.survey.area == nil ? nil : $0.problem.survey.cells.count }),
      .rows("purchases", records.purchase, \.table), .rows("measures", records.measure, \.measureTable),
      .object("today", flights) { ($0.flightsPerDay, $0.outcomes.today) },
      .object("with_list", flights) { ($0.flightsPerDay, $0.outcomes.list) },
      .rows("prices", records.price(), \.priceTable), .rows("budgets", records.budget(), \.sweepTable),
      .rows("without_one", records.loss, \.lossTable), .rows("stages", records.stage(), \.stageTable),
      .rows("plans", records.verdict(), \.verdictTable),
    ]
  }

  /// What becomes of the flights of a day.
  fileprivate static var flights: Record<(flights: Double, outcome: SitingSurvey.Outcome)> {
    [
      .number("flights_per_day", \.flights, json: .decimals(3)),
      .inside(outcomeFields, \.outcome),
    ]
  }
}
