internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// Base by strip, coloured by what is to spare.
struct MatrixSection: ReportSection {
  let id = "matrix"
  let title = Phrase.matrix
  private let plan: Plan

  init?(_ input: ReportInput) {
    guard !input.plan.responses.isEmpty else { return nil }
    plan = input.plan
  }

  /// What one base can do for one strip in one period.
  struct Cell {
    /// The fastest asset that reaches the strip; without one, the first, and why not.
    var response: ResponseTime
    /// From the order of the most pressing flight to its take-off, less the response; nil without an order in the period.
    var slack: Duration?
  }

  /// The shortest time from the order to take-off of the flights to a strip against which an order is given in a period, which
  /// decides on readiness; nil without one.
  private func timeLeft(at strip: Strip, from base: Base, _ period: Period) -> Duration? {
    let daylight = plan.scenario.daylight.at(base.position)
    return plan.flights.filter { $0.flight.strip.id == strip.id }.compactMap { entry in
      guard let order = entry.timeline.ordered, daylight.period(at: order) == period else { return nil }
      return entry.timeline.takeoff - order
    }.min()
  }

  private func cell(_ responses: [ResponseTime], _ timeLeft: Duration?) -> Cell? {
    let reachable = responses.filter { $0.isReachable && $0.total != nil }
    let landing = reachable.filter { $0.arrival == .landing }
    let fastest = (landing.isEmpty ? reachable : landing).enumerated().min { a, b in
      let (left, right) = (a.element.total ?? .zero, b.element.total ?? .zero)
      return left == right ? a.offset < b.offset : left < right
    }?.element
    guard let response = fastest ?? responses.first else { return nil }
    guard let total = fastest?.total, let timeLeft else { return Cell(response: response, slack: nil) }
    return Cell(response: response, slack: timeLeft - total)
  }

  func body(_ say: ReportLanguage) -> HTML {
    """
    <p>\(say(.matrixNote))</p>
    <p class="key"><span class="chip good">\(say(.keyGood))</span> <span class="chip tight">\(say(.keyTight))</span> \
    <span class="chip late">\(say(.keyLate))</span> <span class="chip time">\(say(.keyTime))</span> \
    <span class="chip out">\(say(.keyOut))</span> <span>° \(say(.overhead))</span></p>
    \(Period.allCases.map { table($0, say) })
    \(HTML.details(
      say(.allResponses), plan.responseRecord.html(plan.responses, caption: say(.allResponses), say)))
    """
  }

  private func table(_ period: Period, _ say: ReportLanguage) -> HTML {
    let bases = plan.scenario.bases.filter { base in plan.scenario.assets.contains { $0.base.id == base.id } }
    let byPlace = Dictionary(grouping: plan.responses.filter { $0.period == period }) {
      [$0.strip.id, $0.asset.base.id]
    }
    let heads = bases.map {
      "<th scope=\"col\" title=\"\($0.id)\">\(name: $0.name.isEmpty ? $0.id : $0.name)</th>" as HTML
    }
    let rows = plan.scenario.strips.map { strip -> HTML in
      let cells = bases.map { base in
        html(cell(byPlace[[strip.id, base.id]] ?? [], timeLeft(at: strip, from: base, period)), say)
      }
      return "<tr><th scope=\"row\" title=\"\(strip.name)\">\(Called.html(strip.name, strip.id))</th>\(cells)</tr>\n"
    }
    let caption = say(.matrixCaption, say(period.phrase))
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table class="data matrix">
      <caption>\(caption)</caption><thead><tr><th scope="col">\(say(.strip))</th>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>

      """
  }

  private func html(_ cell: Cell?, _ say: ReportLanguage) -> HTML {
    guard let cell else { return "<td class=\"out\">–</td>" }
    let response = cell.response
    guard response.isReachable, let total = response.total else {
      let why = response.obstacles.map { $0.words(in: say) }.joined(separator: "; ")
      return
        "<td class=\"out\" title=\"\(response.asset.aircraft.name): \(why)\"><span class=\"sr\">\(why)</span><span aria-hidden=\"true\">✕</span></td>"
    }
    let note = response.arrival == .overhead ? ", " + say(.overhead) : ""
    let spare = cell.slack.map { ", " + SlackText.text($0, say) } ?? ""
    let hover = "\(response.asset.aircraft.name): \(response.distance.text)\(note)\(spare)"
    let mark = response.arrival == .overhead ? "°" : ""
    guard let slack = cell.slack else {
      return "<td class=\"time\" title=\"\(hover)\">\(total.text)\(mark)</td>"
    }
    return """
      <td class="\(SlackText.cssClass(slack))" title="\(hover)">\(total.text)\(mark)<small>\(SlackText.signed(slack))</small></td>
      """
  }
}
