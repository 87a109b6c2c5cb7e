internal import Interception
internal import Units

extension PlanComparison {
  /// What changes, in a few lines for a console of 100 columns.
  public var summary: String { units.writing { summaryText } }

  private var summaryText: String {
    let say = ReportLanguage.en
    let blocks: [(title: String, lines: [String])] = [
      ("Before", [text(before)]), ("After", [text(after)]), ("Note", doubts.map { say($0.phrase) }),
      ("Settings", settingLines), ("Radars", [radarsLine]),
      ("Measures", measureLines), ("Cost", [costText(say)]), ("Outcome", outcomeLines),
      ("Required", requirements.map { $0.text(say) }), ("Seen", coverageLines),
      ("Flights", flightLines), ("Responses", [responsesLine]),
    ]
    return blocks.reduce(into: "") { text, block in
      for (index, line) in block.lines.enumerated() {
        text += SummaryText.wrapped(line, title: index == 0 ? block.title : "")
      }
    }
  }

  private func text(_ side: Side) -> String {
    let network = side.purchase.map { "purchase \($0)" } ?? "today’s radars"
    return "\(side.folder): \(side.scenario), \(network), \(side.radars.counted("radar"))"
  }

  private var settingLines: [String] {
    settings.map { row in
      let unit = row.unit.map { " \($0)" } ?? ""
      func side(_ value: String?) -> String { value.map { $0 + unit } ?? "not stated" }
      return "\(row.name): \(side(row.value.before)) → \(side(row.value.after))"
    }
  }

  private var radarsLine: String {
    let changes = radarsAdded.map { "+ \($0.id) (\($0.type))" } + radarsRemoved.map { "− \($0.id) (\($0.type))" }
    return changes.isEmpty ? "the same" : changes.joined(separator: ", ")
  }

  private var measureLines: [String] {
    let changes = measuresAdded.map { "+ \($0)" } + measuresRemoved.map { "− \($0)" }
    let times = readiness.map { row in
      "\(row.asset) by \(row.period) ready in \(row.text(\.before, .en)) → \(row.text(\.after, .en))"
    }
    return (changes.isEmpty ? [] : [changes.joined(separator: ", ")]) + times
  }

  /// The base price before and after.
  func costText(_ say: ReportLanguage) -> String {
    guard let before = price.base.before, let after = price.base.after else { return say(.costUnknown) }
    guard let currency else { return say(.costNone) }
    func text(_ amount: Double) -> String { Money(amount, currency).text }
    guard before != after else { return say(.costSame, text(before)) }
    return "\(text(before)) → \(text(after)) (\(after < before ? "−" : "+")\(text(abs(after - before))))"
  }

  private var outcomeLines: [String] {
    let say = ReportLanguage.en
    return outcome.filter(\.figure.isChanged).map { row in
      "\(say(row.phrase)): \(row.text(\.before, say)) → \(row.text(\.after, say))"
        + (row.changeText.map { " (\($0))" } ?? "")
    }.ifEmpty("the same")
  }

  private var coverageLines: [String] {
    func changed(_ radars: Int) -> [CoverageRow] { coverage.filter { $0.radars == radars && $0.area.isChanged } }
    let twice = changed(2).map { row in
      "\(Length.metres(row.heightMetres).heightText) \(FigureText.area(row.area.before)) → \(FigureText.area(row.area.after)) km²"
    }
    return
      (changed(1).map { row in
        "\(Length.metres(row.heightMetres).heightText): \(FigureText.area(row.area.before)) → \(FigureText.area(row.area.after)) km²"
          + (row.area.change(step: 1).map { " (\(FigureText.signed($0, FigureText.area)))" } ?? "")
      } + (twice.isEmpty ? [] : ["by 2 or more: " + twice.joined(separator: ", ")])).ifEmpty("the same areas")
  }

  private func words(_ verdict: String) -> String {
    Window.Verdict.allCases.first { $0.key == verdict }?.words ?? verdict.replacing("_", with: " ")
  }

  private var flightLines: [String] {
    let changed = flights.filter(\.isChanged)
    let lines = changed.map { row in
      func side(_ verdict: String?, _ asset: String?, _ slack: Double?) -> String {
        guard let verdict else { return "not expected" }
        let time = slack.map { " " + SlackText.text(.seconds(clamping: $0), .en) } ?? ""
        return words(verdict) + (asset.map { " (\($0)\(time))" } ?? "")
      }
      return "\(row.id): \(side(row.verdict.before, row.bestAsset.before, row.slack.before)) → "
        + side(row.verdict.after, row.bestAsset.after, row.slack.after)
    }
    let rest = lines.count > 5 ? ["\(lines.count - 5) more in comparison.json"] : []
    return (lines.prefix(5) + rest).ifEmpty(
      flights.count == 1 ? "the same" : flights.count == 2 ? "both the same" : "all \(flights.count) the same")
  }

  private var responsesLine: String { "\(responses.count) of \(responseCount) times from base to strip change" }
}

extension Collection {
  fileprivate func ifEmpty(_ element: Element) -> [Element] { isEmpty ? [element] : Array(self) }
}

extension PlanComparison.RequirementRow {
  /// The requirement’s name in the report.
  func name(_ say: ReportLanguage) -> String { say(.demand(name)) }

  /// A side: `28.6 % (50.0 % required): missed`; nil where the plan has no such requirement.
  func side(_ side: KeyPath<Self, PlanRecord.Requirement?>, _ say: ReportLanguage) -> String {
    guard let check = self[keyPath: side] else { return say(.notDemanded) }
    func percent(_ share: Double) -> String { "\((share * 100).fixed(1)) %" }
    let verdict = say(check.isMet ? .isReached : .isMissed)
    return say(.demandSide, check.reached.map(percent) ?? "–", percent(check.required), verdict)
  }

  func text(_ say: ReportLanguage) -> String { "\(name(say)): \(side(\.before, say)) → \(side(\.after, say))" }
}

extension PlanComparison.ReadinessRow {
  func text(_ side: KeyPath<PlanComparison.Figure, Double?>, _ say: ReportLanguage) -> String {
    readiness[keyPath: side] == nil ? say(.notFlown) : FigureText.duration(readiness[keyPath: side])
  }
}

extension PlanComparison.OutcomeRow {
  private func words(_ value: Double?) -> String {
    key.hasSuffix("_s") ? FigureText.duration(value) : FigureText.count(value)
  }

  /// A missing median warning means that most flights are never tracked.
  func text(_ side: KeyPath<PlanComparison.Figure, Double?>, _ say: ReportLanguage) -> String {
    let value = figure[keyPath: side]
    return value == nil && key == "warning_median_s" ? say(.never) : words(value)
  }

  /// The change with its sign; nil when a plan does not have the figure.
  var changeText: String? {
    figure.change(step: key.hasSuffix("_s") ? 1 : 0.01).map { FigureText.signed($0, words) }
  }

  var phrase: Phrase {
    switch key {
    case "flights_per_day": .outcomeFlights
    case "detected_before_landing_per_day": .outcomeDetected
    case "tracked_before_landing_per_day": .outcomeTracked
    case "ordered_before_takeoff_per_day": .outcomeOrdered
    case "met_at_strip_per_day": .outcomeMet
    case "met_in_flight_only_per_day": .outcomeMetInFlight
    case "warning_shortest_s": .outcomeWarningShortest
    case "warning_median_s": .outcomeWarningMedian
    default: .outcomeWarningLongest
    }
  }
}

extension PlanComparison.Doubt {
  var phrase: Phrase {
    switch self {
    case .scenarios: .doubtScenarios
    case .targets: .doubtTargets
    case .tools: .doubtTools
    }
  }
}
