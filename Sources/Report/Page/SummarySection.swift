internal import Coverage
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// The answers that a planner came for.
struct SummarySection: ReportSection {
  let id = "summary"
  let title = Phrase.summary
  private let plan: Plan
  private let hasTerrain: Bool

  init(_ input: ReportInput) {
    plan = input.plan
    hasTerrain = input.terrain != nil
  }

  func body(_ say: ReportLanguage) -> HTML {
    """
    \(networkLine(say))
    <div class="tiles">\(tiles(say))</div>
    \(demands(say))
    <dl class="answers">
    <dt>\(say(.askSeen))</dt><dd>\(seen(say))</dd>
    <dt>\(say(.askTime))</dt><dd>\(inTime(say))</dd>
    <dt>\(say(.askBuy))</dt><dd>\(toBuy(say))</dd>
    <dt>\(say(.askSure))</dt><dd>\(sure(say))</dd>
    </dl>

    """
  }

  private func networkLine(_ say: ReportLanguage) -> HTML {
    let line =
      plan.purchase.map { say(.networkBought, Called.text(plan.name(of: $0, say), $0.id), sensors(say)) }
      ?? say(.networkToday, sensors(say))
    let names = plan.radarNames
    let dropped = plan.blindStations.map { Called.text(names[$0] ?? "", $0) }
    guard !dropped.isEmpty else { return "<p>\(line)</p>" }
    return """
      <p>\(line) <strong class="late">\(say(.droppedRadars, dropped.joined(separator: "; ")))</strong></p>
      """
  }

  /// How many stations there are; of kinds other than primary and secondary radars, of each kind, a system of stations as one.
  private func sensors(_ say: ReportLanguage) -> String {
    let stations = plan.network.stations
    guard !stations.allSatisfy(\.type.kind.isRadar) else { return String(stations.count) }
    let parts = RadarType.Kind.allCases.compactMap { kind -> String? in
      let sensors = stations.filter { $0.type.kind == kind && !$0.isMember }
      guard !sensors.isEmpty else { return nil }
      let count = "\(sensors.count) \(say(kind.phrase))"
      guard kind.rule.arrangement == .stations else { return count }
      return say(.systemStations, count, String(sensors.reduce(0) { $0 + ($1.systemCount ?? 1) }))
    }
    return parts.joined(separator: ", ")
  }

  private func tiles(_ say: ReportLanguage) -> [HTML] {
    let outcome = plan.outcome
    func tile(_ figure: String, _ what: String, _ more: String) -> HTML {
      "<div class=\"tile\"><b>\(figure)</b><span>\(what)</span><small>\(more)</small></div>"
    }
    func share(_ share: Double?, _ what: Phrase, _ more: String) -> HTML {
      tile(share?.percent ?? "–", say(what), share == nil ? say(.noFlights) : more)
    }
    let all = outcome.flightsPerDay.count
    var tiles = [
      share(
        outcome.shareDetected, .tileSeen,
        say(.trackedPerDay, outcome.detectedPerDay.count, all, outcome.trackedPerDay.count)),
      share(outcome.shareMet, .tileMet, say(.perDay, outcome.metPerDay.count, all)),
      tile(
        outcome.medianWarningText(say), say(.tileWarning), warningNote(say)),
    ]
    // The middle band stands for the others.
    if let band = plan.coverage.bands.dropFirst(plan.coverage.bands.count / 2).first,
      let area = band.areaSeenByAtLeast.first
    {
      let two = band.areaSeenByAtLeast.dropFirst().first ?? .zero
      tiles.append(
        tile(
          area == .zero ? "0 km²" : area.text, say(.tileArea, band.height.heightText),
          "\(say(.atLeast, "2")): \(two == .zero ? "0 km²" : two.text)"))
    }
    return tiles
  }

  private func demands(_ say: ReportLanguage) -> HTML {
    guard !plan.requirementChecks.isEmpty else { return HTML() }
    let items = plan.requirementChecks.map { check -> HTML in
      let text = say(.demandMet, say(.demand(check.name)), check.required.percent, check.reached?.percent ?? "–")
      return """
        <li class="\(check.isMet ? "good" : "late")">\(text): <strong>\(say(check.isMet ? .isReached : .isMissed))</strong></li>
        """
    }
    return "<h3>\(say(.demands))</h3><ul class=\"demands\">\(items)</ul>"
  }

  private func seen(_ say: ReportLanguage) -> HTML {
    guard !plan.network.stations.isEmpty else { return "<p>\(say(.seenNothing))</p>" }
    let target = plan.scenario.coverageTarget
    let areas = plan.coverage.bands.map { band in
      say(.areaAt, (band.areaSeenByAtLeast.first ?? .zero).text, band.height.heightText)
    }.joined(separator: ", ")
    let line = say(
      .seenAreas, plan.scenario.statedText(say),
      say(target.hasTransponder ? .withTransponder : .withoutTransponder), areas)
    var blindLines: HTML = ""
    for kind in RadarType.Kind.allCases where !target.isDetectable(by: kind) {
      let blind = plan.network.stations.filter { $0.type.kind == kind && !$0.isMember }
      guard !blind.isEmpty, let phrase = kind.blindPhrase else { continue }
      let names = blind.map { station in
        let name = Called.text(station.name, station.id)
        return station.systemCount.map { say(.systemNeeds, name, String(station.type.neededStations), String($0)) }
          ?? name
      }
      blindLines = "\(blindLines)<p>\(say(phrase, names.joined(separator: "; ")))</p>"
    }
    for station in plan.network.stations {
      guard let band = plan.terrain?.placeErrors(of: station, in: plan.scenario).last else { continue }
      let text = say(
        .systemError, Called.text(station.name, station.id), String(station.systemCount ?? 0),
        band.median?.heightText ?? "–", band.ninetyFifth?.heightText ?? "–",
        (plan.scenario.altitudeBands.last ?? .zero).heightText)
      blindLines = "\(blindLines)<p>\(text)</p>"
    }
    return "<p>\(line)</p>\(unknown(say))\(blindLines)"
  }

  /// What the areas leave out because the terrain is unknown.
  private func unknown(_ say: ReportLanguage) -> HTML {
    guard let terrain = plan.terrain else { return "" }
    var lines: [String] = []
    var beyond: HTML = ""
    if let area = plan.coverage.bands.compactMap(\.unknownArea).max(), area > .zero {
      lines.append(say(.seenUnknown, area.text))
    }
    let outside = terrain.rangesOutside(of: plan.network.stations, target: plan.coverage.target)
    if !outside.isEmpty {
      let parts = outside.map { station, outside -> HTML in
        let part = say(
          .seenOutsidePart, Called.text(station.name, station.id), max(outside.share, 0.01).percent, outside.area.text)
        return "<li>\(part)</li>"
      }
      beyond = "<p>\(say(.seenOutside))</p><ul>\(parts)</ul>"
    }
    return lines.isEmpty ? beyond : "<p>\(lines.joined(separator: " "))</p>\(beyond)"
  }

  private func inTime(_ say: ReportLanguage) -> HTML {
    guard !plan.flights.isEmpty else { return "<p>\(say(.noFlights))</p>" }
    let outcome = plan.outcome
    return """
      <p>\(say(.metSentence, outcome.metPerDay.count, outcome.flightsPerDay.count))</p>
      \(FlightsTable(plan: plan).html(say))
      """
  }

  private func toBuy(_ say: ReportLanguage) -> HTML {
    let bought = plan.options.filter { $0.purchase != nil }
    guard let today = plan.options.first(where: { $0.purchase == nil }), !bought.isEmpty else {
      return "<p>\(say(.buyNone))</p>"
    }
    let items = bought.map { option -> HTML in
      let line = say(
        .buyLine, called(option, say),
        option.price?.base.text ?? say(.unpriced),
        counted(option.purchase?.items ?? [], say),
        Gain.text(option.outcome.detectedPerDay - today.outcome.detectedPerDay),
        Gain.text(option.outcome.trackedPerDay - today.outcome.trackedPerDay),
        Gain.text(option.outcome.metPerDay - today.outcome.metPerDay), option.outcome.flightsPerDay.count,
        option.outcome.detectedPerDay.count, option.outcome.trackedPerDay.count, option.outcome.metPerDay.count)
      return "<li>\(line)</li>"
    }
    return "<ul>\(items)</ul><p>\(verdict(on: bought, today: today, say))</p>"
  }

  /// `4 radars`; `7 sensors` where some are of other kinds.
  private func counted(_ items: [Scenario.Purchase.Item], _ say: ReportLanguage) -> String {
    let isRadars = items.allSatisfy(\.type.kind.isRadar)
    let (one, some) = isRadars ? (Phrase.oneRadar, Phrase.someRadars) : (.oneSensor, .someSensors)
    return say(items.count == 1 ? one : some, "\(items.count)")
  }

  /// The purchase that meets the most flights; of equals the cheapest.
  private func verdict(on bought: [PurchaseOption], today: PurchaseOption, _ say: ReportLanguage) -> String {
    let best = bought.enumerated().min { a, b in
      func key(_ option: PurchaseOption) -> (Double, Double) {
        (-option.outcome.metPerDay, option.price?.base.amount ?? .infinity)
      }
      let (left, right) = (key(a.element), key(b.element))
      return left == right ? a.offset < b.offset : left < right
    }?.element
    guard let best, best.outcome.metPerDay > today.outcome.metPerDay + PlanOutcome.rounding else {
      return say(.buyNothingGained)
    }
    let equals = bought.count { $0.outcome.metPerDay > best.outcome.metPerDay - PlanOutcome.rounding }
    guard equals > 1 else { return say(.buyBest, called(best, say)) }
    let met = best.outcome.metPerDay.count
    let cheapest = bought.allSatisfy { $0.price != nil } ? say(.buyCheapest, called(best, say)) : ""
    return say(equals == bought.count ? .buyAllEqual : .buyEqual, String(equals), met, cheapest)
  }

  private func called(_ option: PurchaseOption, _ say: ReportLanguage) -> String {
    option.purchase.map { Called.text(plan.name(of: $0, say), $0.id) } ?? say(.today)
  }

  /// The shortest and the longest warning, and why there is no median.
  private func warningNote(_ say: ReportLanguage) -> String {
    let outcome = plan.outcome
    let spread = outcome.warning.map { warning in
      warning.lowerBound == warning.upperBound
        ? "" : say(.between, warning.lowerBound.text, warning.upperBound.text)
    }
    guard outcome.medianWarning == nil, outcome.flightsPerDay > 0 else { return spread ?? say(.none) }
    return [say(.mostNeverTracked), spread ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func sure(_ say: ReportLanguage) -> HTML {
    let scenario = plan.scenario
    var lines = [say(hasTerrain ? .sureTerrain : .sureSmooth)]
    if let lowest = plan.coverage.bands.indices.min(by: {
      plan.coverage.bands[$0].height < plan.coverage.bands[$1].height
    }),
      case let rows = CertaintyRow.all(plan), rows.indices.contains(lowest)
    {
      let areas = rows[lowest].areas
      lines.append(
        say(
          .sureCertain, plan.coverage.bands[lowest].height.heightText, areas[.certain].text, areas[.likely].text,
          areas[.doubtful].text))
    }
    if !hasTerrain, let towers = SmoothTowers.text(plan.network.stations, of: scenario, say) { lines.append(towers) }
    let vague = scenario.strips.filter(\.isApproximate).count
    if vague > 0 { lines.append(say(.sureApproximate, String(vague), String(scenario.strips.count))) }
    let settings = Parameter.all(scenario).filter(\.isSetting)
    let defaults = settings.filter(\.isDefault).count
    if defaults > 0 { lines.append(say(.sureDefaults, String(defaults), String(settings.count), say(.parameters))) }
    if !plan.warnings.isEmpty {
      lines.append(say(.sureWarnings, String(plan.warnings.count), say(.assumptions)))
    }
    return "<ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul>"
  }
}
