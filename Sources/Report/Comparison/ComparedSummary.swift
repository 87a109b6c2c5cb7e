internal import Response
internal import Units

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
      <dl class="answers"><dt>\(say(.cost))</dt><dd><p>\(comparison.costText(say))</p></dd>\(radars(say))\(measures(say))</dl>
      \(HTML.table(caption: say(.outcome), heads: heads.map { say($0) }, rows: rows, numeric: [1, 2, 3]))
      \(demands(say))
      \(settings(say))
      """
  }

  private func settings(_ say: ReportLanguage) -> HTML {
    guard !comparison.settings.isEmpty else { return "" }
    let rows = comparison.settings.map { row -> [HTML] in
      [
        Phrase.parameter(row.name, say), "\(row.value.before ?? "–")", "\(row.value.after ?? "–")",
        "\(Phrase.unit(row.unit, say))",
      ]
    }
    let heads: [Phrase] = [.parameter, .before, .after, .unit]
    return .table(caption: say(.parametersChanged), heads: heads.map { say($0) }, rows: rows)
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

  private func measures(_ say: ReportLanguage) -> HTML {
    let lists = [(Phrase.measuresAdded, comparison.measuresAdded), (.measuresRemoved, comparison.measuresRemoved)]
      .map { ($0, $1.map { "\(name: $0)" as HTML }) }
    let times = comparison.readiness.map { row in
      let period = Period(rawValue: row.period).map { say($0.phrase) } ?? row.period
      return "\(comparison.asset(row.asset)), \(period): \(row.text(\.before, say)) → \(row.text(\.after, say))" as HTML
    }
    return HTML(
      trusted: (lists + [(.readinessChanged, times)]).filter { !$0.1.isEmpty }.map { phrase, items in
        let entries = items.map { "<li>\($0)</li>" as HTML }
        let entry: HTML = "<dt>\(say(phrase))</dt><dd><ul>\(entries)</ul></dd>"
        return entry.markup
      }.joined())
  }
}
