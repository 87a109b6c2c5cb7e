internal import Placement
internal import Planning
internal import Scenario
internal import Units

extension SitingReport {
  /// The measures to take, and what the same radars come to without each.
  public var measureTable: ReportTable {
    var table = ReportTable([
      .shown("measure", "measure"), .fileOnly("name"), .shown("kind", "kind"),
      .shown("cost_m", "cost", "\(currency) M", decimals: 6, console: 2),
      .shown("value_without", "without", problem.objective.unit, decimals: 6, console: decimals),
    ])
    for measure in package.measures {
      let rest = package.measures.filter { $0.id != measure.id }
      let survey = asked.survey.taking(rest)
      let without = try? SitingProblem(survey, objective: asked.objective).model.score(
        of: list.items.map { $0.index + 1 }
      ).value(for: asked.objective.goal)
      let kind = if case .alert = measure.change { "base" } else { "readiness" }
      table.append([
        .text(measure.id), .text(measure.name), .text(kind), .number(measure.cost.millions), .optional(without),
      ])
    }
    return table
  }

  /// Purchases over years.
  public var stageTable: ReportTable {
    var table = ReportTable([
      .shown("year", "year"), .shown("budget_m", "budget", "\(currency) M", decimals: 6, console: 2),
      .shown("cost_so_far_m", "cost so far", "\(currency) M", decimals: 6, console: 2),
      .shown("value", "value", problem.objective.unit, decimals: 6, console: decimals),
      .shown("bound", "bound", problem.objective.unit, decimals: 6, console: decimals),
      .shown("detected_per_day", "detected", "a day", decimals: 3, console: 1),
      .shown("tracked_per_day", "tracked", "a day", decimals: 3, console: 1),
      .shown("met_per_day", "met", "a day", decimals: 3, console: 1), .shown("list", "bought"),
      searchColumn(stages.map(\.status)),
    ])
    for (index, stage) in stages.enumerated() {
      table.append([
        .integer(index + 1), .number(stage.budget.millions), .number(stage.cost.millions), .number(stage.value),
        .optional(stage.bound), .number(stage.outcome.detectedPerDay), .number(stage.outcome.trackedPerDay),
        .number(stage.outcome.metPerDay),
        .text((stage.measures.map(\.id) + stage.bought.map(\.id)).joined(separator: ", ")),
        .text(stage.status.rawValue),
      ])
    }
    return table
  }

  /// Plans of others compared with the best for their money.
  public var verdictTable: ReportTable {
    let measures: ReportTable.Column =
      verdicts.contains { !$0.plan.measures.isEmpty } ? .shown("measures", "measures") : .fileOnly("measures")
    var table = ReportTable([
      .shown("plan", "plan"), .fileOnly("name"), .shown("radars", "radars"), measures,
      .shown("cost_m", "cost", "\(currency) M", decimals: 6, console: 2),
      .shown("value", "value", problem.objective.unit, decimals: 6, console: decimals),
      .shown("best_value", "best for", "its cost", decimals: 6, console: decimals),
      .shown("bound", "bound", problem.objective.unit, decimals: 6, console: decimals),
      .shown("gap_percent", "gap", "%", decimals: 4, console: 2),
      .shown("detected_per_day", "detected", "a day", decimals: 3, console: 1),
      .shown("tracked_per_day", "tracked", "a day", decimals: 3, console: 1),
      .shown("met_per_day", "met", "a day", decimals: 3, console: 1), .fileOnly("best_list"),
      searchColumn(verdicts.compactMap(\.best?.list.answer.status)),
    ])
    for verdict in verdicts {
      table.append([
        .text(verdict.plan.id), .text(verdict.plan.name), .integer(verdict.plan.items.count),
        .text(verdict.plan.measures.map(\.id).joined(separator: ", ")),
        .optional(verdict.cost?.millions), .number(verdict.value), .optional(verdict.best?.list.answer.value),
        .optional(verdict.best?.list.answer.bound), .optional(verdict.gap.map { $0 * 100 }),
        .number(verdict.outcome.detectedPerDay), .number(verdict.outcome.trackedPerDay),
        .number(verdict.outcome.metPerDay),
        .text(verdict.best.map { Self.names(of: $0) } ?? ""), .text(verdict.best?.list.answer.status.rawValue ?? ""),
      ])
    }
    return table
  }
}
