internal import Interception
internal import Units

extension PlanComparison {
  /// What changes, in about ten lines for a console of 100 columns.
  public var summary: String { units.writing { summaryText } }

  private var summaryText: String {
    let say = ReportLanguage.en
    let blocks: [(title: String, lines: [String])] = [
      ("Before", [text(before)]), ("After", [text(after)]), ("Note", doubts.map { say($0.phrase) }),
      ("Radars", [radarsLine]), ("Cost", [costText(say)]), ("Outcome", outcomeLines),
      ("Demanded", requirements.map { $0.text(say) }), ("Seen", coverageLines),
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

  private var radarsLine: String {
    let changes = radarsAdded.map { "+ \($0.id) (\($0.type))" } + radarsRemoved.map { "− \($0.id) (\($0.type))" }
    return changes.isEmpty ? "the same" : changes.joined(separator: ", ")
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
    let changed = coverage.filter { $0.radars == 1 && $0.area.isChanged }
    return changed.map { row in
      "\(Length.metres(row.heightMetres).heightText): \(FigureText.area(row.area.before)) → \(FigureText.area(row.area.after)) km²"
        + (row.area.change(step: 1).map { " (\(FigureText.signed($0, FigureText.area)))" } ?? "")
    }.ifEmpty("the same areas")
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
    return (lines.prefix(5) + rest).ifEmpty("all \(flights.count) the same")
  }

  private var responsesLine: String { "\(responses.count) of \(responseCount) times from base to strip change" }
}

extension Collection {
  fileprivate func ifEmpty(_ element: Element) -> [Element] { isEmpty ? [element] : Array(self) }
}

/// Figures of plan.json for people.
enum FigureText {
  static func area(_ squareKilometres: Double?) -> String { squareKilometres?.grouped ?? "–" }
  static func count(_ number: Double?) -> String { number?.count ?? "–" }
  /// To the second, so that a change is the difference of what is shown: `1 h 4 min 55 s`.
  static func duration(_ seconds: Double?) -> String {
    guard let seconds, abs(seconds) < 1e9 else { return "–" }
    let whole = Int(abs(seconds).rounded())
    let parts = [(whole / 3600, "h"), (whole / 60 % 60, "min"), (whole % 60, "s")].filter { $0.0 > 0 }
    let text = parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    return parts.isEmpty ? "0 s" : (seconds < 0 ? "−" : "") + text
  }
  static func distance(_ metres: Double?) -> String {
    metres.map { "\(Length.metres($0).shownDistance.fixed(1)) \(UnitSystem.current.distanceSymbol)" } ?? "–"
  }

  /// A change with its sign: `+3`, `−12 min`, `±0`.
  static func signed(_ change: Double, _ text: (Double?) -> String) -> String {
    change == 0 ? "±0" : (change < 0 ? "−" : "+") + text(abs(change))
  }
}

extension PlanComparison.RequirementRow {
  /// What is demanded, in the words of the report.
  func name(_ say: ReportLanguage) -> String { say(.demand(name)) }

  /// A side: `28.6 % (50.0 % required): missed`; nil where the plan demands nothing of the kind.
  func side(_ side: KeyPath<Self, PlanRecord.Requirement?>, _ say: ReportLanguage) -> String {
    guard let check = self[keyPath: side] else { return say(.notDemanded) }
    func percent(_ share: Double) -> String { "\((share * 100).fixed(1)) %" }
    let verdict = say(check.isMet ? .isReached : .isMissed)
    return say(.demandSide, check.reached.map(percent) ?? "–", percent(check.required), verdict)
  }

  func text(_ say: ReportLanguage) -> String { "\(name(say)): \(side(\.before, say)) → \(side(\.after, say))" }
}

extension PlanComparison.OutcomeRow {
  private func words(_ value: Double?) -> String {
    key.hasSuffix("_s") ? FigureText.duration(value) : FigureText.count(value)
  }

  /// A median warning that is missing is that of flights most of which are never tracked.
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
