internal import Interception
internal import Units

/// The outcome of each flight, before and after.
struct ComparedFlights: ReportSection {
  let id = "flights"
  let title = Phrase.comparedFlights
  let comparison: PlanComparison

  func body(_ say: ReportLanguage) -> HTML {
    let changed = comparison.flights.filter(\.isChanged)
    let count = say(.flightsChanged, String(changed.count), String(comparison.flights.count))
    guard !changed.isEmpty else { return "<p>\(count). \(say(.nothingChanges))</p>" }
    let rows = changed.map { row -> [HTML] in
      [
        Called.html(comparison.flightNames[row.id] ?? "", row.id),
        Called.html(comparison.stripNames[row.strip] ?? "", row.strip),
        side(row.verdict.before, row.bestAsset.before, row.slack.before, say),
        side(row.verdict.after, row.bestAsset.after, row.slack.after, say),
        "\(FigureText.duration(row.warning.before))", "\(FigureText.duration(row.warning.after))",
      ]
    }
    let heads = [
      say(.flight), say(.strip), say(.before), say(.after), "\(say(.warning)), \(say(.before).lowercased())",
      "\(say(.warning)), \(say(.after).lowercased())",
    ]
    return .table(caption: count, heads: heads, rows: rows, numeric: [4, 5])
  }

  private func side(_ verdict: String?, _ asset: String?, _ slack: Double?, _ say: ReportLanguage) -> HTML {
    guard let verdict else { return "<span class=\"muted\">\(say(.notExpected))</span>" }
    let words = Window.Verdict.allCases.first { $0.key == verdict }.map { say($0.phrase) } ?? verdict
    let name: HTML = asset.map { ", \(comparison.asset($0))" } ?? ""
    let chip: HTML =
      slack.map {
        " <span class=\"chip \(SlackText.cssClass(.seconds(clamping: $0)))\">\(SlackText.text(.seconds(clamping: $0), say))</span>"
      } ?? ""
    return "\(words)\(name)\(chip)"
  }
}
