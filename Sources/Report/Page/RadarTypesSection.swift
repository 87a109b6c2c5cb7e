internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What each type of radar in the plan detects, where the catalogue states a range or the parameters of one.
struct RadarTypesSection: ReportSection {
  let id = "radar-types"
  let title = Phrase.radarTypes
  private let parts: [RadarReport.Part]
  private let links: [ReceiverLink]
  private let conditions: (target: String, k: String)
  private let heights: [Length]

  /// Nil where nothing can be computed of any type in the plan.
  init?(_ input: ReportInput) {
    let scenario = input.plan.scenario
    var stations: [(station: RadarStation, ground: Length)] = []
    for station in input.plan.network.stations
    where !stations.contains(where: { $0.station.type.id == station.type.id }) {
      stations.append((station, station.siteElevation(over: input.plan.terrain) ?? .zero))
    }
    let bands = scenario.altitudeBands.filter { $0 > .zero }
    heights = bands.isEmpty ? RadarQuestion.usualHeights : bands
    let reports = stations.compactMap { entry -> RadarReport? in
      var question = RadarQuestion()
      question.crossSections = [scenario.coverageTarget.crossSection]
      question.heights = bands.isEmpty ? RadarQuestion.usualHeights : bands
      question.ground = entry.ground
      question.antennaHeight = entry.station.surveyedAntenna.map { $0 - entry.ground } ?? entry.station.antennaHeight
      question.tilt = entry.station.tilt
      question.earth = EffectiveEarth(k: scenario.effectiveEarthFactor)
      question.weather = scenario.weather
      question.baselines = BistaticBaseline.all(of: scenario, for: scenario.coverageTarget.crossSection)
      if let detection = scenario.detection {
        question.detections = Array(Set(question.detections + [detection.probability])).sorted()
      }
      return try? RadarReport([entry.station.type], question)
    }
    parts = reports.flatMap(\.parts)
    links = reports.flatMap(\.links)
    conditions = (scenario.coverageTarget.crossSection.crossSectionText, scenario.effectiveEarthFactor.fixed(4))
    if parts.isEmpty, links.isEmpty { return nil }
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] {
    // By number: an id may hold what no file's name may.
    parts.enumerated().compactMap { index, part in chart(part, say).map { ("radar-\(index + 1)", $0) } }
  }

  func body(_ say: ReportLanguage) -> HTML {
    let sections = parts.map { part -> HTML in
      let type = part.view.model.type
      return """
        <h3>\(Called.html(type.name, type.id))</h3>
        <p>\(basis(part, say)) \(looks(part, say))\(assumed(part, say))\(bistatic(part, say))</p>
        \(chart(part, say)?.figure ?? "")\(ranges(part, say))\(budget(part, say))
        """
    }
    let receivers = links.map { link -> HTML in
      let heard = link.reaches.map { say(.areaAt, $0.ground.text, $0.height.heightText) }.joined(separator: ", ")
      return """
        <h3>\(Called.html(link.type.name, link.type.id))</h3>
        <p>\(say(.radarLink, (link.range ?? link.type.instrumentedRange).text, link.type.instrumentedRange.text, heard))</p>

        """
    }
    return """
      <p>\(say(.radarTypesNote)) \(say(.radarTypesConditions, conditions.target, conditions.k))</p>
      \(sections)\(receivers)
      """
  }

  private func chart(_ part: RadarReport.Part, _ say: ReportLanguage) -> Chart? {
    let lines = part.coverage.enumerated().map { index, line in
      VerticalChart.Line(
        label: "Pd \(line.detection)", coverage: line.coverage, view: part.view, colour: 0,
        dash: index == part.coverage.count / 2 ? 0 : index < part.coverage.count / 2 ? 1 : 2)
    }.filter { !$0.coverage.rays.isEmpty }
    guard !lines.isEmpty else { return nil }
    return VerticalChart(title: say(.coverageChart, part.view.model.type.name.isolated), lines, say).chart
  }

  private func basis(_ part: RadarReport.Part, _ say: ReportLanguage) -> String {
    let model = part.view.model
    let target = model.crossSection.map { " (\($0.crossSectionText))" } ?? ""
    return say(
      model.basis == .promise ? .radarBasisPromise : .radarBasisParameters, model.range.text, target,
      model.detection.superscriptText, model.referenceSignalToNoise.value.fixed(1))
  }

  private func looks(_ part: RadarReport.Part, _ say: ReportLanguage) -> String {
    let model = part.view.model
    let target =
      model.fluctuation == .steady
      ? say(.assumedSteady) : say(.assumedSwerling, String(model.fluctuation.rawValue))
    return say(
      .radarLooks, String(model.detector.pulses), model.detector.falseAlarmProbability.superscriptText, target)
  }

  /// Of a passive type, what its ranges are and its baselines; nothing for others.
  private func bistatic(_ part: RadarReport.Part, _ say: ReportLanguage) -> String {
    guard part.view.model.type.kind.rule.arrangement == .illuminators else { return "" }
    let lines = part.baselines.map { line in
      say(
        .radarBaseline, line.site.isolated, line.illuminator.name.isolated, line.length.text, line.equivalentRange.text,
        line.farthest.text)
    }
    return " " + say(.radarBistatic, lines.joined(separator: " "))
  }

  /// The loss budget on the axis of the beam.
  private func budget(_ part: RadarReport.Part, _ say: ReportLanguage) -> HTML {
    let budget = part.budget
    let rows = budget.lines.map { line -> [HTML] in ["\(BudgetWords.text(line, say))", "\(line.decibels.fixed(2))"] }
    let sums: [[HTML]] = [
      ["\(say(.budgetRatio))", "\(budget.signalToNoise.value.fixed(2))"],
      [
        "\(say(.budgetRequired, part.asked.detection.superscriptText))", "\(budget.required.value.fixed(2))",
      ],
    ]
    return .table(
      caption: say(.budgetCaption, part.place.slant.text, part.place.elevation.text),
      heads: [say(.budgetTerm), "dB"], rows: rows + sums, numeric: [1])
  }

  private func assumed(_ part: RadarReport.Part, _ say: ReportLanguage) -> String {
    var text = ""
    let words = part.view.model.assumptions.map { $0.words(say) }
    if !words.isEmpty { text += " " + say(.radarAssumed, words.joined(separator: "; ")) }
    if part.view.model.type.parameters.frequency == nil { text += " " + say(.radarNoFrequency) }
    return text
  }

  private func ranges(_ part: RadarReport.Part, _ say: ReportLanguage) -> HTML {
    var detections: [Double] = []
    for row in part.reaches where !detections.contains(row.detection) { detections.append(row.detection) }
    let rows = heights.enumerated().map { index, height -> [HTML] in
      ["\(height.heightText)"]
        + detections.indices.map { place -> HTML in
          let reach = part.reaches[place * heights.count + index].reach
          return reach.limit == .blind ? "–" : "\(reach.groundRange.text)"
        }
    }
    return .table(
      caption: say(
        .reachRadarCaption, part.view.model.type.name.isolated,
        detections.map(\.superscriptText).joined(separator: ", ")),
      heads: [say(.height)] + detections.map { "Pd \($0.superscriptText)" }, rows: rows,
      numeric: Set(0...detections.count))
  }
}

extension RadarAssumption {
  /// In a few words of a language.
  func words(_ say: ReportLanguage) -> String {
    switch self {
    case .instrumentedRange(let range): say(.assumedInstrumented, range.text)
    case .detectionProbability(let p): say(.assumedDetection, p.superscriptText)
    case .falseAlarmProbability(let p): say(.assumedFalseAlarm, p.superscriptText)
    case .fluctuation(.steady): say(.assumedSteady)
    case .fluctuation(let fluctuation): say(.assumedSwerling, String(fluctuation.rawValue))
    case .pulsesOfScan(let count): say(.assumedPulsesOfScan, String(count))
    case .onePulse: say(.assumedOnePulse)
    case .flatPattern: say(.assumedFlatPattern)
    case .referenceCrossSection(let area): say(.assumedCrossSection, area.crossSectionText)
    }
  }
}
