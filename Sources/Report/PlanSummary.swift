internal import Coverage
internal import Interception
public import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Terrain
internal import Units

extension Plan {
  /// The answers to a planner's questions in a few lines, for a console of 100 columns.
  ///
  /// In the scenario's units.
  public var summary: String { scenario.units.writing { summaryText } }

  private var summaryText: String {
    let blocks: [(title: String, lines: [String])] = [
      ("Network", [networkLine]),
      ("Assumed", [assumedLine]),
      (scenario.detection == nil ? "Seen" : "Covered", [seenLine]),
      ("Systems", systemsLine.map { [$0] } ?? []),
      ("Certainty", certaintyLine.map { [$0] } ?? []),
      ("Detected", probabilityLine.map { [$0] } ?? []),
      ("Flights", [flightsLine]),
      ("Looks", looksLine.map { [$0] } ?? []),
      ("In time", [verdictLine]),
      ("Best", flights.isEmpty || scenario.assets.isEmpty ? [] : [bestLine]),
      ("Limits", limitedLine.map { [$0] } ?? []),
      ("Missions", missionLine.map { [$0] } ?? []),
      (scenario.detection == nil ? "See from" : "Needed", requiredLine.map { [$0] } ?? []),
      ("Least seen", leak.map { [LeakReport($0).line] } ?? []),
      ("Reach", reach.map { ReachReport($0).lines } ?? []),
      ("To buy", placementLine.map { [$0] } ?? []),
      ("Purchases", options.compactMap(purchaseLine)),
      ("Required", requirementChecks.isEmpty ? [] : [demandsLine]),
    ]
    let head = ConsoleText.harmless(scenario.name) + "\n"
    return blocks.reduce(into: head) { text, block in
      for (index, line) in block.lines.enumerated() {
        text += SummaryText.wrapped(line, title: index == 0 ? block.title : "")
      }
    }
  }

  private var placementLine: String? { placement.map { SitingReport($0).line } }

  private var networkLine: String {
    let stations = network.stations
    guard !stations.isEmpty else { return "no radar at all: nothing is seen" }
    let limited = RadarType.Kind.allCases.compactMap { kind -> String? in
      let count = stations.count { $0.type.kind == kind && !$0.isMember }
      guard count > 0, let carrier = kind.rule.signal.carrier else { return nil }
      let system = kind.rule.arrangement == .stations ? " system\(count == 1 ? "" : "s")" : ""
      return "\(count) \(kind.rawValue)\(system): blind to aircraft without \(carrier)"
    }
    let today = scenario.existingStations.count
    let dropped =
      blindStations.isEmpty
      ? ""
      : "; treated as seeing nothing because the terrain at their sites is unknown: \(blindStations.joined(separator: ", "))"
    let kinds = (limited.isEmpty ? "" : " (\(limited.joined(separator: "; ")))") + dropped
    guard let purchase else { return "today’s \(today.counted("radar"))\(kinds)" }
    guard purchase.items.isEmpty else {
      return "today’s \(today.counted("radar")) and the \(stations.count - today) of \(purchase.id)\(kinds)"
    }
    return
      "today’s \(today.counted("radar"))\(kinds); \(purchase.id) adds \(purchase.measures.count.counted("measure")), no radar"
  }

  /// What the figures rest on; defaults of the tool have a star.
  private var assumedLine: String {
    let target = scenario.coverageTarget
    func value(_ text: String, _ settings: String...) -> String {
      settings.contains(where: scenario.defaultedSettings.contains) ? text + "*" : text
    }
    let values =
      [
        terrain.map { "line of sight over \(terrainText($0))" }
          ?? value(
            "smooth Earth with its ground at \(scenario.groundElevation.heightText) above sea level", "ground_elevation"
          ),
        scenario.doubt.map(doubtText) ?? value("k \(scenario.effectiveEarthFactor.fixed(4))", "effective_earth_k"),
        value("target \(scenario.statedCrossSection.crossSectionText)", "target_rcs") + (scenario.countedText ?? "")
          + value(" " + target.transponderText, "target_transponder"),
        sensorText, scenario.mapsTaken.map(ConsoleText.harmless), surveyedText,
        detectionText, measuredText,
        trackText(value)
          + value(" and kept \(scenario.alertChain.trackMemory.text)", "alert.track_memory"),
        value("order \(scenario.alertChain.decision.text) later", "alert.decision"),
        value(
          "day \(scenario.daylight.begin.clockText) to \(scenario.daylight.end.clockText)", "daylight.begin",
          "daylight.end"),
        skyText,
        value("\(scenario.onSceneTime.text) on scene", "on_scene_time"), aircraftText,
        flights.count > 1 && !scenario.assets.isEmpty ? value(scenario.assignment.words, "assignment") : nil,
        scenario.routing.map {
          value(
            "routes \($0.clearanceByDay.heightText) above the ground by day, \($0.clearanceByNight.heightText) by night",
            "routing.clearance", "routing.clearance_by_night")
        }, refuellingText { value($0, $1) }, flyableText,
        reach.map { value("reach within \($0.question.limits.map(\.text).joined(separator: ", "))", "reach.limits") },
      ].compactMap(\.self) + scenario.weatherTexts
    let line = values.joined(separator: ", ")
    return line.contains("*") ? line + " (* default)" : line
  }

  /// Whose twilight the hours of daylight are, and the Moon; nil where no date is stated.
  private var skyText: String? {
    guard let clock = scenario.clockName, let first = SkyRow.all(scenario)?.first else { return nil }
    let star = scenario.defaultedSettings.contains("utc_offset") ? "*" : ""
    let moon = "Moon \((first.sky.view.moonIlluminated * 100).fixed(0)) % lit"
    guard let sky = scenario.daylight.sky else { return "\(moon) on \(first.sky.times.date)" }
    return "civil twilight of \(sky.date) at \(first.base.id), each base its own, \(clock)\(star), \(moon)"
  }

  /// Antennas whose altitude is surveyed; nil where none is.
  private var surveyedText: String? {
    let stated = network.stations.compactMap { station in
      station.antennaAltitude.map { altitude in
        let isMoved = scenario.sites.contains { $0.id == station.id && $0.isOverridden }
        return "\(station.id) at \(altitude.heightText)\(isMoved ? " (the mast as it was measured)" : "")"
      }
    }
    guard !stated.isEmpty else { return nil }
    return
      "antennas above sea level as surveyed: \(SummaryText.list(stated, separator: "; ", most: 3, rest: "plan.json"))"
  }

  /// `seen under the worst of k 1.14, 1.28, 1.5 (exceeded for 99, 50, 1 % of the time*)`.
  private func doubtText(_ doubt: Doubt) -> String {
    let band = [doubt.low, doubt.median, doubt.high]
    let star = scenario.defaultedSettings.contains("atmosphere.percent_of_time") ? "*" : ""
    var parts = [
      band.allSatisfy { $0.k == doubt.low.k }
        ? "k \(doubt.low.k.fixed(4))"
        : "k \(band.map { $0.k.significant(5) }.joined(separator: ", ")) (exceeded for "
          + "\(band.map { $0.percent.significant(4) }.joined(separator: ", ")) % of the time\(star))"
    ]
    if doubt.terrainError > .zero {
      let near = scenario.defaultedSettings.contains("terrain.error_correlation") ? "*" : ""
      parts.append(
        "terrain off by up to \(doubt.terrainError.heightText) beyond \(doubt.errorCorrelation.text)\(near) of each antenna"
      )
    }
    if doubt.crossSectionSpread.value > 0 {
      parts.append("cross-sections by up to \(doubt.crossSectionSpread.value.significant(4)) dB")
    }
    return "\(scenario.detection == nil ? "seen" : "covered") is what the worst of these leaves: "
      + parts.joined(separator: ", ")
  }

  /// `at 50 m 120 km² certain, 14 km² more likely, 9 km² more doubtful; …`.
  private var certaintyLine: String? {
    let rows = CertaintyRow.all(self)
    guard !rows.isEmpty else { return nil }
    return zip(rows, coverage.bands).map { row, band in
      "at \(band.height.heightText) \(row.areas[.certain].text) certain, \(row.areas[.likely].text) more likely, "
        + "\(row.areas[.doubtful].text) more doubtful"
    }.joined(separator: "; ")
  }

  /// What holds at sites instead of the catalogue, as it was measured; nil for nothing.
  private var measuredText: String? {
    let overridden = Set(scenario.sites.filter(\.isOverridden).map(\.id))
    let texts = network.stations.compactMap { station -> String? in
      guard overridden.contains(station.id) || station.rangeScale != 1 || !station.horizonMask.isEmpty else {
        return nil
      }
      let parts = [
        "antenna \(station.antennaHeight.fineHeightText)",
        station.rangeScale == 1 ? nil : "ranges × \(station.rangeScale.fixed(3))",
        station.horizonMask.isEmpty ? nil : "horizon mask in \(station.horizonMask.parts.count.counted("sector"))",
      ]
      return "“\(station.id)” as measured: \(parts.compactMap(\.self).joined(separator: ", "))"
    }
    return texts.isEmpty ? nil : SummaryText.list(texts, separator: "; ", most: 3, rest: "plan.json")
  }

  private var seenLine: String {
    guard !network.stations.isEmpty, !coverage.bands.isEmpty else { return "nothing" }
    func areas(_ count: Int) -> [Area] {
      coverage.bands.map { $0.areaSeenByAtLeast.count >= count ? $0.areaSeenByAtLeast[count - 1] : .zero }
    }
    let heights = coverage.bands.map(\.height.heightText)
    let one = zip(areas(1), heights).map { "\($0.text) at \($1)" }.joined(separator: ", ")
    let two = areas(2)
    let overlap =
      two.allSatisfy { $0 == .zero }
      ? "nothing by 2 radars" : "by 2 or more " + two.map(\.text).joined(separator: ", ")
    return "\(one) above ground; \(overlap); \(regionText)\(boundText)"
  }

  /// `of the region's 12 000 km² 3 % at 50 m, 11 % at 150 m; `.
  private var regionText: String {
    guard let whole = coverage.interestArea, whole > .zero else { return "" }
    let shares = coverage.bands.compactMap { band in
      band.interest.map { "\(min($0.areaSeenByAtLeast[0] / whole, 1).percent) at \(band.height.heightText)" }
    }
    return "of the region’s \(whole.text) \(shares.joined(separator: ", ")); "
  }

  /// `terrain.tif, 93 m between posts`.
  private func terrainText(_ terrain: PlanTerrain) -> String {
    let name = ConsoleText.harmless(scenario.terrainSource?.paths.joined(separator: ", ") ?? "terrain")
    let spacing = terrain.postSpacing.map { ", \($0.heightText) between posts" } ?? ""
    let n = terrain.coverage.region.reduction
    let model = terrain.coverage.region.terrain.model.words.map { ", heights \($0)" } ?? ""
    return name + spacing + (n > 1 ? " (the highest of \(n) × \(n))" : "") + model + coverText
  }

  /// ` and 25 m of cover beyond clearings of 1 km`; empty for bare ground.
  private var coverText: String {
    guard let cover = scenario.groundCover else { return "" }
    let star = scenario.defaultedSettings.contains("ground_cover.clearing") ? "*" : ""
    let share = scenario.terrain?.model.shareOfCover ?? 1
    let part =
      share == 0
      ? " (not added: the terrain is a surface model)"
      : share < 1 ? " (\(share.percent) of it added: the terrain has the rest)" : ""
    return
      " and \(cover.words) on it beyond clearings of \(cover.clearing.heightText)\(star) around antennas, radars, "
      + "bases and strips\(part)"
  }

  private var boundText: String {
    if let terrain {
      let unknown = coverage.bands.compactMap(\.unknownArea).max() ?? .zero
      let outside = terrain.rangesOutside(of: network.stations, target: coverage.target)
      let beyond = outside.reduce(Area.zero) { $0 + $1.outside.area }
      let parts = [
        unknown > .zero ? "up to \(unknown.text) more are over or behind unknown terrain" : nil,
        beyond > .zero ? "up to \(beyond.text) of radar range outside the terrain are not counted" : nil,
      ].compactMap(\.self)
      return parts.isEmpty ? "over terrain" : parts.joined(separator: "; ")
    }
    return scenario.terrainSource == nil
      ? "an estimate over a smooth Earth: \(ConsoleText.harmless(scenario.fetchCommand)) gets terrain"
      : "an estimate over a smooth Earth"
  }

  private var flightsLine: String {
    guard let share = outcome.shareDetected, let tracked = outcome.shareTracked else { return "none expected" }
    let seen =
      "\(outcome.detectedPerDay.count) of \(outcome.flightsPerDay.count) a day detected before landing "
      + "(\(share.percent)), \(outcome.trackedPerDay.count) tracked (\(tracked.percent))"
    guard let warning = outcome.warning else { return "\(seen), median warning \(outcome.medianWarningText)" }
    let spread =
      warning.lowerBound == warning.upperBound
      ? "\(warning.lowerBound.text)" : "\(warning.lowerBound.text) to \(warning.upperBound.text)"
    return "\(seen), warning \(spread), median of all flights \(outcome.medianWarningText)"
  }

  private var verdictLine: String {
    guard let share = outcome.shareMet else { return "no flight to meet" }
    let verdicts = Window.Verdict.allCases.compactMap { verdict in
      outcome.perDayByVerdict[verdict].map { "\($0.count) \(verdict.words)" }
    }
    return
      "\(outcome.metPerDay.count) of \(outcome.flightsPerDay.count) a day met at the strip (\(share.percent)): \(verdicts.joined(separator: ", "))"
  }

  private var bestLine: String {
    SummaryText.list(flights.map(bestText), separator: "; ", most: 10, rest: "windows.csv")
  }

  private func bestText(_ flight: FlightWindows) -> String {
    guard let window = flight.bestWindow else {
      let isOrdered = flight.timeline.ordered != nil
      return "\(flight.flight.id) " + (isOrdered ? "nobody (\(flight.verdict.words))" : flight.verdict.words)
    }
    let slack = window.slack.map { $0 < .zero ? " \((.zero - $0).text) late" : " \($0.text) to spare" } ?? ""
    switch window.verdict {
    case .beforeLanding, .onGround: return "\(flight.flight.id) \(window.asset.id)\(slack)"
    case .inFlight:
      let meeting = window.intercepts.first.map { " from \($0.span.begin.clockText)" } ?? ""
      let slower = window.isSlower ? ", slower than it" : ""
      return "\(flight.flight.id) \(window.asset.id) in flight\(meeting)\(slower)"
    case .busy:
      let duty = window.duty.map { " with \($0.flightID) until \($0.until.clockText)" } ?? ""
      return "\(flight.flight.id) nobody (\(window.asset.id) busy\(duty))"
    case .tooLate: return "\(flight.flight.id) nobody (\(window.asset.id)\(slack))"
    case .untracked:
      return
        "\(flight.flight.id) nobody (\(window.asset.id)\(slack.isEmpty ? "" : slack + ",") \(window.verdict.words))"
    case .outOfReach, .notFlown, .neverTracked, .neverSeen:
      return "\(flight.flight.id) nobody (\(window.verdict.words))"
    }
  }

  private var requiredLine: String? {
    let parts = Period.allCases.compactMap(requiredText)
    let asked = requiredDetections.compactMap(\.isMet)
    let verb = scenario.detection == nil ? "seen" : "detected"
    let met = asked.isEmpty ? [] : ["\(verb) far enough in \(asked.count { $0 }) of \(asked.count) cases"]
    return parts.isEmpty ? nil : (parts + met).joined(separator: "; ")
  }

  private func requiredText(by period: Period) -> String? {
    let rows = requiredDetections.filter { $0.period == period }
    guard !rows.isEmpty else { return nil }
    let unserved = rows.filter { $0.asset == nil }.map(\.strip.id)
    let nobody =
      unserved.count == rows.count
      ? "no asset serves any strip"
      : "no asset serves \(SummaryText.list(unserved, separator: ", ", most: 6, rest: "required.csv"))"
    let worst = rows.filter { $0.asset != nil }.enumerated().max { a, b in
      let (left, right) = (a.element.alongRoute ?? .zero, b.element.alongRoute ?? .zero)
      return left == right ? a.offset > b.offset : left < right
    }?.element
    guard let worst, let asset = worst.asset, let lead = worst.leadTime else {
      return "by \(period.rawValue) \(nobody)"
    }
    var text = "by \(period.rawValue) "
    if lead <= .zero {
      text += "it is enough to see them land"
    } else {
      let place =
        worst.isBeforeOrigin ? "before its route begins" : "\((worst.alongRoute ?? .zero).text) out"
      text += "\(place) at worst (\(worst.strip.id), \(lead.text) before landing, \(asset.id))"
    }
    return text + (unserved.isEmpty ? "" : " (\(nobody))")
  }

  private var demandsLine: String {
    requirementChecks.map { "\($0): \($0.isMet ? "met" : "not met")" }.joined(separator: "; ")
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
    let noun = purchase.items.allSatisfy(\.type.kind.isRadar) ? "radar" : "sensor"
    let more = purchase.measures.isEmpty ? "" : " and \(purchase.measures.count.counted("measure"))"
    return "\(purchase.id): \(price) for \(purchase.items.count.counted(noun))\(more): "
      + change(outcome.detectedPerDay, from: today.outcome.detectedPerDay, "detected") + ", "
      + change(outcome.trackedPerDay, from: today.outcome.trackedPerDay, "tracked") + ", "
      + change(outcome.metPerDay, from: today.outcome.metPerDay, "met")
      + (outcome.flightsPerDay > 0 ? ", median warning \(outcome.medianWarningText)" : "")
  }

  /// `4.5 seen (+2)`.
  private func change(_ value: Double, from old: Double, _ what: String) -> String {
    let difference = value - old
    guard abs(difference) > PlanOutcome.rounding else { return "\(value.count) \(what) (as today)" }
    return "\(value.count) \(what) (\(difference > 0 ? "+" : "−")\(abs(difference).count))"
  }
}

extension PlanOutcome {
  /// The median warning for people: `12 min`, `never`; negative when it comes after landing.
  var medianWarningText: String { medianWarning?.text ?? "never" }
}

extension Double {
  /// A number of flights: up to two decimals.
  var count: String { DecimalText.text(self, decimals: 2) ?? "–" }
  /// A share for people.
  var percent: String { "\((self * 100).fixed(0)) %" }
}

extension Int {
  /// `1 radar`, `3 radars`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
