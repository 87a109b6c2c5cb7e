internal import Coverage
internal import Interception
internal import Planning
internal import Scenario
internal import Units

extension SitingReport {
  /// The answer in a few lines.
  public var summary: String {
    let answer = list.answer
    let survey = problem.survey
    var lines = [
      ("Objective", "\(objectiveTitle); prices \(list.price.rawValue)"),
      (
        "Chosen",
        "\(list.items.count.counted("radar")) of \(offered.count.counted("option")) (\(siteCount.counted("site")))\(measuresText) for "
          + "\(package.cost.text) of \(package.budget.text), \(top ?? "in addition to today’s \(survey.existing.count.counted("radar"))")"
      ),
    ]
    lines.append(("Computed", lookedText))
    if let towersText { lines.append(("Sites", towersText)) }
    if let value = answer.value {
      lines.append(("Value", "\(text(value)), \(before) \(text(asked.todayValue)); \(boundText)"))
    }
    let all = times.map { ", with all tables after \($0.search.inSeconds.fixed(1)) s" } ?? ""
    lines.append(("Search", "\(answer.status.rawValue) after \(answer.seconds.fixed(1)) s\(all)"))
    lines.append(
      (
        "As a plan",
        "\(outcomes.list.detectedPerDay.count) of \(flightsPerDay.count) flights a day detected before landing "
          + "(\(before) \(outcomes.today.detectedPerDay.count)), \(outcomes.list.trackedPerDay.count) tracked "
          + "(\(before) \(outcomes.today.trackedPerDay.count)), \(outcomes.list.metPerDay.count) met at the strip "
          + "(\(before) \(outcomes.today.metPerDay.count))"
      ))
    return lines.reduce(into: "") { $0 += SummaryText.wrapped($1.1, title: $1.0) }
  }

  /// What is counted: where looks count in their words.
  private var objectiveTitle: String {
    problem.survey.scenario.detection == nil ? asked.objective.title : asked.objective.titleOfLooks
  }

  /// What the list is compared with.
  private var before: String { base.map { "with \($0.id) only" } ?? "today" }

  /// What the list comes on top of; nil for today's radars.
  private var top: String? { base.map { "on top of \($0.id), whose price is not part of the budget" } }

  /// The answer in one line, for the summary of a plan.
  var line: String {
    let value = list.answer.value.map { "\(text($0)) (\(before) \(text(asked.todayValue))), \(boundText)" } ?? "nothing"
    let names = package.measures.map(\.id) + list.items.map(\.option.id)
    return
      "\(top.map { $0 + ", " } ?? "")for \(objectiveTitle), \(package.cost.text) of \(package.budget.text): \(value): "
      + (names.isEmpty ? "nothing" : names.joined(separator: ", ")) + kneeText
      + (towers.isEmpty ? "" : "; taken for towers: \(towers)")
  }

  /// Where the budgets beyond gain little; nothing where the list is no dearer.
  private var kneeText: String {
    guard let knee = sweep.first(where: \.isKnee), let value = knee.list.answer.value,
      knee.package.cost.amount < package.cost.amount
    else { return "" }
    return "; the first \(knee.package.cost.text) of it reach \(text(value))"
  }

  /// The summary, then every table under its title.
  public var text: String {
    var text = summary
    func add(_ title: String, _ table: ReportTable) {
      guard !table.rows.isEmpty else { return }
      text += "\n" + (title.isEmpty ? "" : title + "\n") + table.text(wrapping: "list")
    }
    add("", table)
    add("Measures", measureTable)
    add("Plans of others", verdictTable)
    add("Year by year", stageTable)
    add("The same budget at other prices", priceTable)
    add("Other budgets", sweepTable)
    add("Without one radar", lossTable)
    return text
  }

  /// Over what coverage was computed, and how an area is sampled.
  private var lookedText: String {
    let survey = problem.survey
    var text = "over a smooth Earth (an estimate)"
    if survey.scenario.terrain != nil {
      let paths = survey.scenario.terrainSource?.paths.joined(separator: ", ") ?? "terrain"
      text = "over \(ConsoleText.harmless(paths)), in line of sight"
    }
    if let times { text += ", in \(times.look.inSeconds.fixed(1)) s" }
    if survey.area != nil {
      let mean = survey.cells.reduce(0) { $0 + $1.area.squareKilometres } / Double(max(survey.cells.count, 1))
      text +=
        "; the area in \(Double(survey.cells.count).grouped) cells of about \(mean.fixed(mean < 10 ? 1 : 0)) km², each "
        + "counted whole by what is seen over its centre: areas are good to about \(errorText) (two standard errors)"
    }
    return text
  }

  /// How far the value of an area may be off, for the list.
  var samplingError: Area? {
    problem.survey.area == nil ? nil : problem.survey.samplingError(seenBy: list.items.map(\.index))
  }

  /// The sites on the list that a smooth Earth flatters; nil for none, and over terrain.
  private var towersText: String? {
    towers.isEmpty
      ? nil
      : "above the smooth ground, counted as towers of the difference with nothing in the way, so that they see too far "
        + "unless they are summits: \(towers)"
  }

  /// `obenteni 503 m, palmapampa 270 m`; empty over terrain.
  private var towers: String {
    let scenario = problem.survey.scenario
    guard scenario.terrain == nil else { return "" }
    return SmoothGround.above(list.items.map(\.option.station), in: scenario)
      .map { "\($0.station.id) \($0.height.heightText)" }.joined(separator: ", ")
  }

  private var errorText: String {
    let error = samplingError ?? .zero
    let value = list.answer.value ?? 0
    return "± \(error.text)" + (value > 0 ? ", \((error.squareKilometres / value).percent)" : "")
  }

  private var measuresText: String {
    let count = asked.objective.countsAssets ? asked.survey.scenario.measures.count : 0
    return count == 0 ? "" : " and \(package.measures.count) of \(count.counted("measure"))"
  }

  var flightsPerDay: Double { problem.survey.scenario.flights.reduce(0) { $0 + $1.perDay } }

  var offered: [SiteOption] { problem.survey.options.filter(\.isOnOffer) }

  private var siteCount: Int { Set(offered.map(\.site.id)).count }

  private func text(_ value: Double) -> String {
    if problem.objective.isShare { return "\((value * 100).fixed(1)) %" }
    let unit = problem.objective.unit
    // Cells are sampled: more digits would say more than is known.
    if unit == "km²" { return Area.squareKilometres(value).text }
    return "\(value.count) \(value == 1 ? SitingReport.singular[unit] ?? unit : unit)"
  }

  private static let singular = ["flights/day": "flight/day", "cases": "case"]

  private var boundText: String {
    if list.answer.status == .optimal {
      return "proven the best there is" + (problem.survey.area == nil ? "" : " for these cells")
    }
    guard let bound = list.answer.bound else { return "nothing proven" }
    let gap = list.answer.gap.map { " (gap \(($0 * 100).fixed(2)) %)" } ?? ""
    return "no more than \(text(bound)) is possible\(gap)"
  }

  /// Everything, for programs; what is not known is null.
  public var json: String { Records.siting(isTimed: true).object(self).text }
}
