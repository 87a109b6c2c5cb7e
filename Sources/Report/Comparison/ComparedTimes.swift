internal import Interception
internal import Units

/// Response times and required detection distances, before and after.
struct ComparedTimes: ReportSection {
  let id = "times"
  let title = Phrase.comparedTimes
  let comparison: PlanComparison

  func body(_ say: ReportLanguage) -> HTML {
    let times = comparison.responses.map { row in
      cells([strip(row.strip), comparison.asset(row.asset)], row.period, row.total, 1, FigureText.duration, say)
    }
    // A tenth of the unit that is shown.
    let step = 100 / Length.metres(1000).shownDistance
    let distances = comparison.required.map { row in
      cells([strip(row.strip)], row.period, row.distance, step, FigureText.distance, say)
    }
    return part(
      say(.timesChanged, String(times.count), String(comparison.responseCount)), [.strip, .asset], times, say)
      + part(say(.requiredChanged, String(distances.count), String(comparison.requiredCount)), [.strip], distances, say)
  }

  private func strip(_ id: String) -> HTML { Called.html(comparison.stripNames[id] ?? "", id) }

  private func part(_ caption: String, _ names: [Phrase], _ rows: [[HTML]], _ say: ReportLanguage) -> HTML {
    guard !rows.isEmpty else { return "<p>\(caption).</p>" }
    let heads = names + [.period, .before, .after, .change]
    let numeric = Set((names.count + 1)..<heads.count)
    return .table(caption: caption, heads: heads.map { say($0) }, rows: rows, numeric: numeric)
  }

  private func cells(
    _ names: [HTML], _ period: String, _ figure: PlanComparison.Figure, _ step: Double, _ text: (Double?) -> String,
    _ say: ReportLanguage
  ) -> [HTML] {
    names + [
      "\(say(period == "night" ? .night : .day))", "\(text(figure.before))", "\(text(figure.after))",
      "\(figure.change(step: step).map { FigureText.signed($0, text) } ?? "–")",
    ]
  }
}
