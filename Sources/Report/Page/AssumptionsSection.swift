internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Terrain
internal import Units

/// Every parameter, the catalogues, limits, warnings, versions and the command.
struct AssumptionsSection: ReportSection {
  let id = "assumptions"
  let title = Phrase.assumptions
  private let plan: Plan
  private let command: String

  init(_ input: ReportInput) {
    plan = input.plan
    command = input.command
  }

  func body(_ say: ReportLanguage) -> HTML {
    """
    \(parameters(say))
    \(radars(say))
    \(aircraft(say))
    \(glossary(say))
    <h3>\(say(.limits))</h3>
    <ul>\(limits(say).map { "<li>\($0)</li>" as HTML })</ul>
    \(warnings(say))
    <h3>\(say(.versions))</h3>
    <p>\(say(.versionLine, AtalayaVersion.current, PROJRelease.version, GDALRelease.version)) \(say(.noSeeds))</p>
    <h3>\(say(.reproduce))</h3>
    <pre>\(command)</pre>
    <p>\(say(.fields))</p>

    """
  }

  private func parameters(_ say: ReportLanguage) -> HTML {
    let rows = Parameter.all(plan.scenario).map { row -> [HTML] in
      let source: Phrase =
        row.isConstant ? .isConstant : row.isComputed ? .isComputed : row.isDefault ? .isDefault : .isStated
      return [
        Phrase.parameter(row.key, say),
        "\(ParameterTable.text(row.value, row.key, say))", "\(Phrase.unit(row.unit, say))",
        row.isSetting || row.isConstant || row.isComputed ? "\(say(source))" : "–",
      ]
    }
    let heads: [Phrase] = [.parameter, .value, .unit, .source]
    return .table(caption: say(.parameters), heads: heads.map { say($0) }, rows: rows)
  }

  private func radars(_ say: ReportLanguage) -> HTML {
    let standing = plan.scenario.existingStations
    let rows = plan.network.stations.map { station -> [HTML] in
      let type = station.type
      var detection = type.detectionRange?.text ?? say(.unknown)
      if let reference = type.referenceCrossSection, type.detectionRange != nil {
        detection = say(.forCrossSection, detection, reference.crossSectionText)
      }
      return [
        "\(name: station.id)", "\(name: station.name)", "\(name: type.name)", "\(say(type.kind.phrase))",
        "\(say(standing.contains { $0.id == station.id } ? .existing : .bought))\(plan.blindStations.contains(station.id) ? "; \(say(.terrainUnknownAtSite))" : "")",
        "\(station.siteElevation(over: plan.terrain)?.heightText ?? say(.unknown))",
        "\(station.antennaAltitude.map { say(.surveyedAt, $0.heightText) } ?? station.antennaHeight.heightText)",
        "\(type.instrumentedRange.text)", "\(detection)", "\(type.minimumRange.text)",
        "\(type.revisit?.text ?? say(.unknown))",
      ]
    }
    let heads: [Phrase] = [
      .radar, .site, .type, .kind, .status, .siteElevation, .antenna, .instrumentedRange, .detectionRange,
      .minimumRange, .revisit,
    ]
    return .details(
      say(.radarCatalogue),
      .table(caption: say(.radarCatalogue), heads: heads.map { say($0) }, rows: rows, numeric: Set(5...10)))
  }

  /// What the terms for flights mean.
  private func glossary(_ say: ReportLanguage) -> HTML {
    let alert = plan.scenario.alertChain
    let terms = Phrase.glossaryTerms.flatMap { entry in
      entry.meaning == .glossaryGlimpseMeaning && alert.detection != nil ? Phrase.glossaryOfLooks + [entry] : [entry]
    }
    let entries = terms.map { term, meaning -> HTML in
      let words: HTML
      switch (meaning, alert.detection) {
      case (.glossaryDetectedMeaning, let detection?):
        words = "\(say(.glossaryDetectedLooks, detection.confidence.percent))"
      case (.glossaryCoveredMeaning, let detection?):
        words = "\(say(meaning, DecimalText.text(detection.probability, decimals: 6) ?? "–"))"
      case (.glossaryGlimpseMeaning, _?): words = "\(say(.glossaryGlimpseLooks))"
      case (.glossaryTrackedMeaning, let detection?):
        let rule = "\(detection.track.hits)/\(detection.track.window)"
        words = "\(say(.glossaryTrackedLooks, rule, detection.confidence.percent, alert.trackMemory.text))"
      default: words = "\(say(meaning, alert.confirmation.text, alert.trackMemory.text))"
      }
      return "<dt>\(say(term))</dt><dd>\(words)</dd>"
    }
    return "<h3>\(say(.glossary))</h3><dl class=\"answers\">\(entries)</dl>"
  }

  private func aircraft(_ say: ReportLanguage) -> HTML {
    let rows = plan.scenario.assets.map { asset -> [HTML] in
      let type = asset.aircraft
      return [
        "\(name: asset.id)", Called.html(asset.base.name, asset.base.id), "\(name: type.name)", "\(asset.count)",
        "\(asset.readinessByDay?.text ?? say(.notFlownBy, say(.day)))",
        "\(asset.readinessByNight?.text ?? say(.notFlownBy, say(.night)))", "\(type.cruise.text)",
        "\(type.departureAllowance.text)", "\(type.landingAllowance.text)", "\(type.endurance?.text ?? say(.unknown))",
        "\(type.reserve.text)", "\(type.ceiling?.heightText ?? say(.unknown))",
      ]
    }
    let heads: [Phrase] = [
      .asset, .base, .aircraft, .count, .readyByDay, .readyByNight, .cruise, .startAndClimb, .landing, .endurance,
      .reserve, .ceiling,
    ]
    return .details(
      say(.aircraftAndAssets),
      .table(
        caption: say(.aircraftAndAssets), heads: heads.map { say($0) }, rows: rows, numeric: Set(3...11)))
  }

  /// What line of sight means over the scenario's terrain.
  private func ground(_ terrain: PlanTerrain, _ say: ReportLanguage) -> [String] {
    let scenario = plan.scenario
    let paths = scenario.terrainSource?.paths.joined(separator: ", ") ?? ""
    let cover = scenario.groundCover.map { say(.limitCover, $0.sources(say), $0.clearing.heightText) } ?? ""
    let scope = SightScope(plan, over: terrain)
    let heights = scenario.groundCover == nil ? nil : scenario.terrain?.model.heightsFrom(say)
    return [scope.limit(over: paths, cover: cover, names: plan.radarNames, say), heights].compactMap(\.self)
  }

  /// What the way takes from looks; nothing where no loss counts.
  private func lossLimits(_ say: ReportLanguage) -> [String] {
    guard let losses = plan.scenario.detection?.losses else { return [] }
    let weather = losses.weather
    func number(_ value: Double) -> String { DecimalText.text(value, decimals: 3) ?? "–" }
    return [
      losses.gases ? say(.limitGases, number(weather.surfaceVapourDensity)) : nil,
      losses.rain ? say(.limitRain, number(weather.rainRate), weather.rainHeight.heightText) : nil,
      losses.diffraction ? say(.limitDiffraction) : nil,
    ].compactMap(\.self)
  }

  private func limits(_ say: ReportLanguage) -> [String] {
    let scenario = plan.scenario
    var lines =
      (plan.terrain.map { ground($0, say) } ?? [say(.limitSmooth, scenario.groundElevation.heightText)])
      + [
        say(scenario.wind?.isCalm ?? true ? .limitStraight : .limitWind),
        say(scenario.detection == nil ? .limitDetectionIsSharp : .limitLooks),
      ]
    lines += lossLimits(say)
    if scenario.terrainSource == nil { lines.insert(say(.limitNoTerrain), at: 1) }
    if plan.network.stations.isEmpty { lines.append(say(.limitNoRadar)) }
    guard plan.terrain == nil else { return lines }
    let low = SmoothGround.below(plan.network.stations, in: scenario)
    if !low.isEmpty { lines.append(say(.limitLow, Called.list(low.map { Called.text($0.name, $0.id) }))) }
    return lines + [SmoothTowers.text(plan.network.stations, of: scenario, say)].compactMap(\.self)
  }

  /// The plan's warnings. One that exists only as English text is quoted after its subject.
  private func warnings(_ say: ReportLanguage) -> HTML {
    guard !plan.warnings.isEmpty else { return HTML() }
    // Every line of the plan's warnings once, as many as the summary counts: those of the scenario's files with their place.
    let items = plan.warnings.map { warning -> HTML in
      let line = warning.text
      if case .sight(let scope)? = warning.source { return "<li>\(scope.warning(say))</li>" }
      guard case .scenario(let problem)? = warning.source else {
        if say == .en { return "<li>\(line)</li>" }
        let words = say(warning.code.phrase, warning.values)
        guard warning.code.isWhole else {
          return "<li>\(words); \(say(.originalText)) <q lang=\"en\">\(line)</q></li>"
        }
        return "<li>\(words)</li>"
      }
      let place = ScenarioFault.text(of: problem.place)
      if say == .en { return "<li><code>\(place)</code> \(problem.message)</li>" }
      return """
        <li><code>\(place)</code> \(say(.originalText)) <q lang="en">\(problem.message)</q></li>
        """
    }
    return "<h3>\(say(.warnings))</h3><ul>\(items)</ul>"
  }
}

extension PlanWarning.Code {
  fileprivate var phrase: Phrase {
    switch self {
    case .smoothEarth: .warningSmoothEarth
    case .lowSites: .warningLowSites
    case .highSites: .warningHighSites
    case .lineOfSight, .diffraction: .warningSight
    case .terrain: .warningTerrain
    case .routedFlight: .warningRoutedFlight
    case .straightFlight: .warningStraightFlight
    case .straightFlightInWind: .warningWindyFlight
    case .noRadar: .limitNoRadar
    case .blindRadar: .warningBlindRadar
    case .belowTerrain: .warningBelowTerrain
    case .unknownTerrain: .warningUnknownTerrain
    case .leak: .leak
    case .scenario: .scenario
    }
  }

  /// Whether phrase and values say all of it.
  fileprivate var isWhole: Bool { self != .terrain && self != .leak && self != .scenario }
}
