internal import Coverage
internal import Interception
internal import Radar
internal import Response
public import Scenario
internal import Units

extension Plan {
  /// The answers to a planner's questions in about ten lines, for a console of 100 columns.
  public var summary: String {
    let blocks: [(title: String, lines: [String])] = [
      ("Network", [networkLine]),
      ("Assumed", [assumedLine]),
      ("Seen", [seenLine]),
      ("Flights", [flightsLine]),
      ("In time", [verdictLine]),
      ("Best", flights.isEmpty || scenario.assets.isEmpty ? [] : [bestLine]),
      ("See from", requiredLine.map { [$0] } ?? []),
      ("Purchases", options.compactMap(purchaseLine)),
    ]
    let head = ConsoleText.harmless(scenario.name) + "\n"
    return blocks.reduce(into: head) { text, block in
      for (index, line) in block.lines.enumerated() {
        text += Self.wrapped(line, title: index == 0 ? block.title : "")
      }
    }
  }

  private static let indent = 11
  private static let width = 100

  /// A line under its title, broken between words.
  private static func wrapped(_ text: String, title: String) -> String {
    var lines: [String] = []
    var line = title + String(repeating: " ", count: indent - title.count)
    var isFresh = true
    for word in ConsoleText.harmless(text).split(separator: " ") {
      if !isFresh, ConsoleText.width(of: line) + 1 + ConsoleText.width(of: String(word)) > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }

  private var networkLine: String {
    let stations = network.stations
    guard !stations.isEmpty else { return "no radar at all: nothing is seen" }
    let secondary = stations.filter { $0.type.kind == .secondary }.count
    let today = scenario.existingStations.count
    let kinds = secondary > 0 ? " (\(secondary) secondary: blind to aircraft without transponder)" : ""
    guard let purchase else { return "today’s \(today.counted("radar"))\(kinds)" }
    return "today’s \(today.counted("radar")) and the \(stations.count - today) of \(purchase.id)\(kinds)"
  }

  private var assumedLine: String {
    let target = scenario.coverageTarget
    let chain = scenario.alertChain
    let values = [
      "smooth Earth, ground at \(scenario.groundElevation.heightText) above sea level",
      "k \(scenario.effectiveEarthFactor.fixed(4))",
      "target of \(target.crossSection.crossSectionText) \(target.hasTransponder ? "with" : "without") transponder",
      "confirmation \(chain.confirmation.text)",
      "decision \(chain.decision.text)",
      "daylight \(scenario.daylight.begin.clockText) to \(scenario.daylight.end.clockText)",
      "\(scenario.onSceneTime.text) on scene",
    ]
    let defaults = scenario.defaultsTaken.isEmpty ? "" : ". Defaults: " + scenario.defaultsTaken.joined(separator: "; ")
    return values.joined(separator: ", ") + defaults
  }

  private var seenLine: String {
    let bands = coverage.bands.map { band in
      let areas = band.areaSeenByAtLeast
      let two = areas.count > 1 ? " (by 2 or more \(areas[1].text))" : ""
      return "\(areas.first?.text ?? "–") at \(band.height.heightText)\(two)"
    }
    return bands.joined(separator: ", ") + " above ground"
  }

  private var flightsLine: String {
    guard let share = outcome.shareDetected else { return "none expected" }
    let seen =
      "\(outcome.flightsPerDay.count) a day: \(outcome.detectedPerDay.count) seen before landing (\(share.percent))"
    guard let warning = outcome.warning, let median = outcome.medianWarning else { return seen }
    let spread =
      warning.lowerBound == warning.upperBound
      ? "warning \(median.text)"
      : "warning \(warning.lowerBound.text) to \(warning.upperBound.text), median \(median.text)"
    return "\(seen), \(spread); an order in time for \(outcome.orderedPerDay.count)"
  }

  private var verdictLine: String {
    guard let share = outcome.shareMet else { return "no flight to meet" }
    let verdicts = Window.Verdict.allCases.compactMap { verdict in
      outcome.perDayByVerdict[verdict].map { "\($0.count) \(verdict.words)" }
    }
    return
      "\(outcome.metPerDay.count) a day met at the strip (\(share.percent)). By verdict: \(verdicts.joined(separator: ", "))"
  }

  private var bestLine: String {
    flights.map { flight in
      guard let window = flight.bestWindow else { return "\(flight.flight.id) \(flight.verdict.words)" }
      let slack = window.slack.map { ", \($0 < .zero ? "\($0.magnitude.text) late" : "\($0.text) to spare")" } ?? ""
      let meeting =
        window.verdict == .inFlight
        ? window.intercepts.first.map { " from \($0.span.begin.clockText)" } ?? "" : slack
      let isUseless = window.verdict.rank > Window.Verdict.inFlight.rank
      return "\(flight.flight.id) "
        + (isUseless
          ? "nobody (\(window.verdict.words)\(slack))" : "\(window.asset.id) \(window.verdict.words)\(meeting)")
    }.joined(separator: "; ")
  }

  private var requiredLine: String? {
    let parts: [String] = Period.allCases.compactMap { period in
      let rows = requiredDetections.filter { $0.period == period }
      let unserved = rows.filter { $0.asset == nil }.map(\.strip.id)
      let worst = rows.filter { $0.asset != nil }.enumerated().max { a, b in
        let (left, right) = (a.element.alongRoute ?? .zero, b.element.alongRoute ?? .zero)
        return left == right ? a.offset > b.offset : left < right
      }?.element
      guard !rows.isEmpty else { return nil }
      var text = "by \(period.rawValue) "
      if let worst, let asset = worst.asset, let lead = worst.leadTime {
        text +=
          lead <= .zero
          ? "seeing any of them land is enough"
          : "worst is \(worst.strip.id): \(worst.isBeforeOrigin ? "before it takes off" : (worst.alongRoute ?? .zero).text + " out"), "
            + "\(lead.text) before it lands, for \(asset.id)"
      }
      if !unserved.isEmpty {
        let who =
          unserved.count == rows.count
          ? "no asset serves any strip" : "no asset serves \(unserved.joined(separator: ", "))"
        text += worst == nil ? who : " (\(who))"
      }
      return text
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func purchaseLine(_ option: PurchaseOption) -> String? {
    guard let purchase = option.purchase, let today = options.first else { return nil }
    var price = "no price known"
    if let range = option.price {
      price = range.base.text + (range.low == range.high ? "" : " (\(range.low.text) to \(range.high.text))")
      if let budget = purchase.budget, budget.currency == range.base.currency, range.base.amount > budget.amount {
        price += ", over its budget of \(budget.text)"
      }
    }
    let outcome = option.outcome
    return "\(purchase.id): \(price): \(purchase.items.count.counted("radar")), seen "
      + "\(change(outcome.detectedPerDay, from: today.outcome.detectedPerDay)) a day, met "
      + "\(change(outcome.metPerDay, from: today.outcome.metPerDay))"
      + (outcome.medianWarning.map { ", median warning \($0.text)" } ?? "")
  }

  private func change(_ value: Double, from old: Double) -> String {
    let difference = value - old
    guard abs(difference) > 1e-9 else { return "\(value.count) (as today)" }
    return "\(value.count) (\(difference > 0 ? "+" : "−")\(abs(difference).count))"
  }
}

extension Double {
  /// A number of flights: up to two decimals.
  fileprivate var count: String { DecimalText.text(self, decimals: 2) ?? "–" }
  /// A share for people.
  fileprivate var percent: String { "\((self * 100).fixed(0)) %" }
}

extension Int {
  /// `1 radar`, `3 radars`.
  fileprivate func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension Duration {
  fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
