internal import Units

/// What is seen, before and after.
struct ComparedCoverage: ReportSection {
  let id = "coverage"
  let title = Phrase.comparedCoverage
  let comparison: PlanComparison

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] { [("coverage-compared", chart(say))] }

  func body(_ say: ReportLanguage) -> HTML {
    let rows = comparison.coverage.map { row -> [HTML] in
      [
        "\(Length.metres(row.heightMetres).heightText)", "\(say(.atLeast, String(row.radars)))",
        "\(FigureText.area(row.area.before))",
        "\(FigureText.area(row.area.after))",
        "\(row.area.change(step: 1).map { FigureText.signed($0, FigureText.area) } ?? "–")",
      ]
    }
    let heads: [Phrase] = [.height, .radars, .before, .after, .change]
    return """
      <p class="key"><span class="swatch"><i class="k-n1"></i>\(say(.before))</span> \
      <span class="swatch"><i class="k-n3"></i>\(say(.after))</span></p>
      \(chart(say).figure)
      \(HTML.table(caption: say(.areaCaption), heads: heads.map { say($0) }, rows: rows, numeric: [2, 3, 4]))
      """
  }

  private func chart(_ say: ReportLanguage) -> Chart {
    let rows = comparison.coverage.filter { $0.radars == 1 }
    let (left, right, width, step) = (90.0, 90.0, 960.0, 42.0)
    let largest = max(rows.flatMap { [$0.area.before ?? 0, $0.area.after ?? 0] }.max() ?? 1, 1)
    let scale = (width - left - right) / largest
    let bottom = 6 + Double(rows.count) * step
    var chart = Chart(width: width, height: bottom + 22, title: say(.comparedCoverageTitle))
    for tick in AxisSteps.values(from: 0, to: largest, count: 6) {
      chart.line(left + tick * scale, 2, left + tick * scale, bottom, "grid")
      chart.text(left + tick * scale, bottom + 15, tick.grouped, anchor: "middle", "small")
    }
    for (index, row) in rows.enumerated() {
      let y = 6 + Double(index) * step
      chart.text(left - 8, y + 21, "\(Length.metres(row.heightMetres).heightText)", anchor: "end")
      for (line, (area, cssClass)) in [(row.area.before, "f-n1"), (row.area.after, "f-n3")].enumerated() {
        guard let area else { continue }
        let top = y + 4 + Double(line) * 15
        chart.rect(left, top, area * scale, 13, cssClass)
        chart.text(left + area * scale + 4, top + 11, area.grouped, "small")
      }
    }
    return chart
  }
}
