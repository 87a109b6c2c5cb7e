internal import Interception
internal import Units

extension PlanComparison {
  /// The comparison as one HTML page that opens from disk without a network.
  /// - Parameter language: The language that it opens in; the reader can change it.
  public func page(language: ReportLanguage = .en) -> String { units.writing { html(language) } }

  private func html(_ language: ReportLanguage) -> String {
    let sections: [any ReportSection] = [
      ComparedSummary(comparison: self), ComparedCoverage(comparison: self), ComparedFlights(comparison: self),
      ComparedTimes(comparison: self), ComparedWarnings(comparison: self),
    ]
    return PageFrame(
      title: "\(before.folder) → \(after.folder)", about: Phrase.comparison.html, sections: sections,
      language: language, library: nil, data: [], date: PageDate.text()
    ).html.markup
  }
}

/// Which plans, and their figures.
struct ComparedSummary: ReportSection {
  let id = "summary"
  let title = Phrase.changes
  let comparison: PlanComparison

  func body(_ say: ReportLanguage) -> HTML {
    let mind = comparison.doubts.map { "<p class=\"note\">\(say($0.phrase))</p>" as HTML }
    let rows = comparison.outcome.map { row -> [HTML] in
      ["\(say(row.phrase))", "\(row.text(\.before, say))", "\(row.text(\.after, say))", "\(row.changeText ?? "–")"]
    }
    let heads: [Phrase] = [.figure, .before, .after, .change]
    return """
      \(mind)\(plans(say))
      <dl class="answers"><dt>\(say(.cost))</dt><dd><p>\(comparison.costText(say))</p></dd>\(radars(say))</dl>
      \(HTML.table(caption: say(.outcome), heads: heads.map { say($0) }, rows: rows, numeric: [1, 2, 3]))
      \(demands(say))
      """
  }

  private func demands(_ say: ReportLanguage) -> HTML {
    guard !comparison.requirements.isEmpty else { return "" }
    let rows = comparison.requirements.map { row -> [HTML] in
      ["\(row.name(say))", "\(row.side(\.before, say))", "\(row.side(\.after, say))"]
    }
    let heads: [Phrase] = [.figure, .before, .after]
    return .table(caption: say(.demands), heads: heads.map { say($0) }, rows: rows)
  }

  private func plans(_ say: ReportLanguage) -> HTML {
    let rows = [(Phrase.before, comparison.before), (.after, comparison.after)].map { phrase, side -> [HTML] in
      [
        "\(say(phrase))", "\(name: side.folder)", "\(name: side.scenario)",
        side.purchase.map { Called.html(comparison.purchaseNames[$0] ?? "", $0) } ?? "\(say(.today))", "\(side.radars)",
      ]
    }
    let heads: [Phrase] = [.plan, .folder, .scenario, .purchase, .radars]
    return .table(caption: say(.comparison), heads: heads.map { say($0) }, rows: rows, numeric: [4])
  }

  private func radars(_ say: ReportLanguage) -> HTML {
    let lists = [(Phrase.radarsAdded, comparison.radarsAdded), (.radarsRemoved, comparison.radarsRemoved)]
    return HTML(
      trusted: lists.filter { !$0.1.isEmpty }.map { phrase, stations in
        let items = stations.map {
          "<li>\(Called.html($0.name ?? "", $0.id)), \(name: $0.typeName ?? $0.type)</li>" as HTML
        }
        let entry: HTML = "<dt>\(say(phrase))</dt><dd><ul>\(items)</ul></dd>"
        return entry.markup
      }.joined())
  }
}

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

/// What becomes of the flights, before and after.
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
        "\(name: row.id)", Called.html(comparison.stripNames[row.strip] ?? "", row.strip),
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
    let name: HTML = asset.map { ", \(name: $0)" } ?? ""
    let chip: HTML =
      slack.map {
        " <span class=\"chip \(SlackText.cssClass(.seconds(clamping: $0)))\">\(SlackText.text(.seconds(clamping: $0), say))</span>"
      } ?? ""
    return "\(words)\(name)\(chip)"
  }
}

/// Times to the strips and distances that are needed, before and after.
struct ComparedTimes: ReportSection {
  let id = "times"
  let title = Phrase.comparedTimes
  let comparison: PlanComparison

  func body(_ say: ReportLanguage) -> HTML {
    let times = comparison.responses.map { row in
      cells([strip(row.strip), "\(name: row.asset)"], row.period, row.total, 1, FigureText.duration, say)
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

/// Warnings that only one of the plans bears.
struct ComparedWarnings: ReportSection {
  let id = "warnings"
  let title = Phrase.comparedWarnings
  let comparison: PlanComparison

  func body(_ say: ReportLanguage) -> HTML {
    let lists = [(Phrase.warningsAdded, comparison.warningsAdded), (.warningsRemoved, comparison.warningsRemoved)]
    let parts = lists.filter { !$0.1.isEmpty }.map { phrase, lines -> HTML in
      "<h3>\(say(phrase))</h3><ul>\(lines.map { "<li lang=\"en\">\($0)</li>" as HTML })</ul>"
    }
    return parts.isEmpty ? "<p>\(say(.nothingChanges))</p>" : HTML(trusted: parts.map(\.markup).joined())
  }
}
