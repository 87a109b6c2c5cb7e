internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// How far out flights must be seen.
struct RequiredSection: ReportSection {
  let id = "required"
  let title = Phrase.required
  private let rows: [RequiredDetection]

  init?(_ input: ReportInput) {
    guard !input.plan.requiredDetections.isEmpty else { return nil }
    rows = input.plan.requiredDetections
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] { [("required-detection", chart(say))] }

  func body(_ say: ReportLanguage) -> HTML {
    """
    <p>\(say(.requiredNote))</p>
    \(chart(say).keyed)
    \(Records.required.html(rows, caption: say(.required), say))
    """
  }

  private func chart(_ say: ReportLanguage) -> Chart {
    let (left, right, width, step) = (232.0, 90.0, 960.0, 22.0)
    let longest = rows.flatMap { [$0.alongRoute, $0.seen] }.compactMap { $0?.shownDistance }.max() ?? 1
    let scale = (width - left - right) / max(longest, 1)
    let bottom = 8 + Double(rows.count) * step
    var chart = Chart(width: width, height: bottom + 24, title: say(.requiredTitle))
    chart.key = ChartKey([
      (.area("f-day"), "k-day", say(.day)), (.area("f-night"), "k-night", say(.night)),
      (.mark, "k-mark", say(.firstSeenMark)),
    ])
    for tick in AxisSteps.values(from: 0, to: longest, count: 8) {
      chart.line(left + tick * scale, 4, left + tick * scale, bottom, "grid")
      chart.text(left + tick * scale, bottom + 15, tick.fixed(0), anchor: "middle", "small")
    }
    for (index, row) in rows.enumerated() {
      let y = 8 + Double(index) * step
      chart.text(
        left - 8, y + 13, "\(Called.short(row.strip.name, row.strip.id, most: 22).isolated) \(say(row.period.phrase))",
        anchor: "end", "small")
      let hover =
        "\(Called.text(row.strip.name, row.strip.id)) \(say(row.period.phrase)): \(row.alongRoute?.text ?? say(.nobody))"
      if let along = row.alongRoute {
        chart.rect(left, y + 3, along.shownDistance * scale, 13, row.period == .day ? "f-day" : "f-night", title: hover)
        chart.text(
          behind: left + along.shownDistance * scale, y + 13, along.text,
          past: row.seen.map { left + $0.shownDistance * scale })
      } else {
        chart.text(left + 4, y + 13, say(.nobody), "small")
      }
      if let seen = row.seen {
        let x = left + seen.shownDistance * scale
        chart.diamond(x, y + 9.5, height: 7.5, title: "\(say(.firstSeenMark)): \(row.flight.id), \(seen.text)")
      }
    }
    return chart
  }
}
