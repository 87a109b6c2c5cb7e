internal import Coverage
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What to buy, and where to put it: the list, and the value that each budget reaches under its bound.
struct PlacementSection: ReportSection {
  let id = "placement"
  let title = Phrase.placement
  private let placement: PlanPlacement
  private let report: SitingReport

  /// Nil for a plan that no list was asked for.
  init?(_ input: ReportInput) {
    guard let placement = input.plan.placement else { return nil }
    self.placement = placement
    report = SitingReport(placement)
  }

  private func unit(_ say: ReportLanguage, isOne: Bool = false) -> String {
    switch placement.asked.objective.unit {
    case "flights/day": say(isOne ? .flightADay : .flightsADay)
    case "min/day": say(.minutesADay)
    case "cases": say(isOne ? .caseUnit : .casesUnit)
    case "share": "%"
    case let unit: unit
    }
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] { [("placement", chart(say))] }

  func body(_ say: ReportLanguage) -> HTML {
    """
    <p>\(say(.placementNote))</p>
    <p>\(value(say))</p>
    \(towers(say))\(list(say))
    \(measures(say))
    \(chart(say).keyed)
    \(losses(say))
    """
  }

  private func value(_ say: ReportLanguage) -> String {
    let (package, answer) = (placement.package, placement.package.list.answer)
    let (cost, budget) = (package.cost.text, package.budget.text)
    let (objective, value) = (placement.asked.objective.words(say), text(answer.value, say))
    let before = text(placement.asked.todayValue, say)
    let reached =
      placement.base.map {
        say(.placementValueOnTop, cost, budget, objective, value) + " " + say(.placementOnTop, $0.name, before)
      } ?? say(.placementValue, cost, budget, objective, value, before)
    let error = report.samplingError.map { " " + say(.placementSampled, $0.text) } ?? ""
    guard answer.status != .optimal else { return reached + " " + say(.placementProven) + error }
    guard let bound = answer.bound, let gap = answer.gap else { return reached }
    return reached + " " + say(.placementBound, text(bound, say), (gap * 100).fixed(gap < 0.1 ? 1 : 0))
  }

  private func text(_ value: Double?, _ say: ReportLanguage) -> String {
    guard let value else { return "–" }
    if isShare { return "\((value * 100).fixed(1)) %" }
    if placement.asked.objective.unit == "km²" { return Area.squareKilometres(value).text }
    return "\(value.fixed(value.rounded() == value ? 0 : 2)) \(unit(say, isOne: value == 1))"
  }

  private func towers(_ say: ReportLanguage) -> HTML {
    let scenario = placement.asked.survey.scenario
    guard scenario.terrain == nil else { return "" }
    return SmoothTowers.text(placement.package.list.items.map(\.option.station), of: scenario, say)
      .map { "<p class=\"note\">\($0)</p>\n" } ?? ""
  }

  private var isShare: Bool { placement.asked.objective.isShare }

  private func gainPerMillion(_ gain: Double, _ say: ReportLanguage) -> String {
    "\((gain * (isShare ? 1e8 : 1e6)).fixed(3)) \(unit(say))"
  }

  private func list(_ say: ReportLanguage) -> HTML {
    let heads: [Phrase] = [.order, .site, .type, .price, .gain, .gainPerMillion, .costSoFar]
    let rows = placement.package.list.items.enumerated().map { index, item -> [HTML] in
      let step = item.step
      return [
        "\(index + 1)", Called.html(item.option.site.name, item.option.site.id),
        "\(name: item.option.type.name)", "\(Money(step.cost, placement.package.budget.currency).text)",
        "\(text(step.gain, say))", "\(step.gainPerCost.map { gainPerMillion($0, say) } ?? "–")",
        "\(Money(step.costSoFar, placement.package.budget.currency).text)",
      ]
    }
    return .table(
      caption: say(.placement), heads: heads.map { say($0) }, rows: rows, numeric: [0, 3, 4, 5, 6])
  }

  private func measures(_ say: ReportLanguage) -> HTML {
    guard !placement.package.measures.isEmpty else { return "" }
    let rows = placement.package.measures.map { measure -> [HTML] in
      [Called.html(measure.name, measure.id), "\(measure.cost.text)"]
    }
    return .table(
      caption: say(.measures), heads: [Phrase.measures, .price].map { say($0) }, rows: rows, numeric: [1])
  }

  private func losses(_ say: ReportLanguage) -> HTML {
    let rows = placement.losses.map { loss -> [HTML] in
      [
        Called.html(loss.station.name, loss.station.id), "\(name: loss.station.type.name)",
        "\(say(loss.isExisting ? .existing : .bought))", "\(text(loss.value, say))",
        "\(loss.outcome.detectedPerDay.count)",
        "\(loss.outcome.trackedPerDay.count)", "\(loss.outcome.metPerDay.count)",
      ]
    }
    let heads: [Phrase] = [.without, .type, .status, .valueHead, .seenADay, .trackedADay, .metADay]
    return .details(
      say(.placementWithout),
      .table(caption: say(.placementWithout), heads: heads.map { say($0) }, rows: rows, numeric: [3, 4, 5, 6]))
  }

  /// The value over the budget, the band up to the bound, and the knees by name.
  private func chart(_ say: ReportLanguage) -> Chart {
    let (left, right, top, width, height) = (80.0, 30.0, 20.0, 960.0, 340.0)
    let bottom = height - 46
    var chart = Chart(width: width, height: height, title: say(.placementTitle))
    chart.key = ChartKey([
      (.area("f-met"), "k-met", say(.placementReached)), (.area("p-band"), "k-bound", say(.placementBand)),
    ])
    let today = placement.asked.todayValue
    // A bound far above every value says that little was proven: it may leave the drawing.
    let best = placement.sweep.compactMap(\.list.answer.value).max() ?? today
    let most = max(min(placement.sweep.compactMap(\.list.answer.bound).max() ?? best, best * 1.6), best, 1e-9) * 1.05
    let money = placement.sweep.last?.package.budget.millions ?? 1
    func x(_ millions: Double) -> Double { left + millions / money * (width - left - right) }
    func y(_ value: Double) -> Double { bottom - min(value, most) / most * (bottom - top) }
    for tick in AxisSteps.values(from: 0, to: most, count: 6) {
      chart.line(left, y(tick), width - right, y(tick), tick == 0 ? "axis" : "grid")
      chart.text(left - 8, y(tick) + 4, (isShare ? tick * 100 : tick).count, anchor: "end", "small")
    }
    for tick in AxisSteps.values(from: 0, to: money, count: 8) {
      chart.line(x(tick), bottom, x(tick), bottom + 5, "axis")
      chart.text(x(tick), bottom + 18, tick.count, anchor: "middle", "small")
    }
    chart.text(left, top - 7, unit(say), anchor: "end", "small")
    chart.text(
      width - right, bottom + 36, say(.placementAxis, placement.package.budget.currency), anchor: "end", "small")

    let points = placement.sweep.compactMap { step -> BudgetStair.Point? in
      step.list.answer.value.map {
        BudgetStair.Point(
          budget: step.package.budget.millions, cost: step.package.cost.millions, value: $0,
          bound: max($0, step.list.answer.bound ?? most))
      }
    }
    let stair = BudgetStair.reached(points, today: today, upTo: money).map { (x($0.money), y($0.value)) }
    let limit = BudgetStair.limit(points).map { (x($0.money), y($0.value)) }
    chart.path(limit + stair.reversed(), closed: true, "p-band")
    chart.path(stair, "p-value")
    for (point, step) in zip(points, placement.sweep) where !step.isKnee {
      chart.circle(
        x(point.cost), y(point.value), 3, "f-met", title: "\(step.package.cost.text): \(text(point.value, say))")
    }
    // Words of knees stand in rows of their own below all of them.
    let named = zip(points, placement.sweep).filter(\.1.isKnee)
    let deepest = named.map { y($0.0.value) }.max() ?? top
    let first = min(deepest + 26, bottom - 6 - Double(max(named.count - 1, 0)) * 18)
    let knees = named.enumerated().map { row, knee in
      (x: x(knee.0.cost), y: y(knee.0.value), foot: first + Double(row) * 18, knee)
    }
    for (x, y, foot, _) in knees { chart.line(x, y, x, foot, "axis") }
    for (x, y, foot, (point, step)) in knees {
      let words = say(.knee, step.package.cost.text, text(point.value, say))
      let isRight = x > width * 0.6
      chart.circle(x, y, 6, "f-knee", title: words)
      chart.text(x + (isRight ? -6 : 6), foot, words, anchor: isRight ? "end" : "start", "small halo")
    }
    return chart
  }
}

extension PlacementObjective {
  /// What is counted, in a language of the report; an objective of others by its title.
  fileprivate func words(_ say: ReportLanguage) -> String {
    switch id {
    case "interceptions": say(.objectiveInterceptions)
    case "detection": say(.objectiveDetection)
    case "track": say(.objectiveTrack)
    case "second": say(.objectiveSecond)
    case "worst-route": say(.objectiveWorst)
    case "area": say(.objectiveArea)
    default: title
    }
  }
}
