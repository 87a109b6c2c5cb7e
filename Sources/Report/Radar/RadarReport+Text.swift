internal import Foundation
internal import Radar
internal import Units

extension RadarReport {
  /// Everything for reading.
  public var text: String {
    var blocks = parts.map { head(of: $0) }
    guard !parts.isEmpty else {
      return links.isEmpty ? omitted.joined(separator: "\n") : links.map(\.text).joined(separator: "\n\n")
    }
    let usual = question.detections[question.detections.count / 2]
    blocks.append(
      "Ground range by height over smooth ground, in sight, for each probability of detection; for Pd \(usual) from where there is "
        + "no gap, the limit, and losses both ways, of replies one way\n" + reachTable.text()
        + (hasBlind ? "\nblind: a look detects the target at no distance with so much probability" : ""))
    blocks.append(
      "Slant range on the axis of the beam without the Earth, at most the instrumented range\n"
        + Records.axisRange.table(parts.flatMap(\.ranges)).text())
    blocks += parts.map { budget(of: $0) } + links.map(\.text)
    return blocks.joined(separator: "\n\n")
  }

  private func head(of part: Part) -> String {
    let (model, view) = (part.view.model, part.view)
    var lines = [ConsoleText.harmless("\(model.type.name) (\(model.type.id)), \(model.type.kind.rawValue)")]
    if model.type.kind.rule.arrangement == .illuminators {
      lines.append("  \(BistaticBaseline.caution.replacing("bistatic: ", with: "bistatic      "))")
      lines += part.baselines.map { "  baseline      \(ConsoleText.harmless($0.text))" }
      if part.baselines.isEmpty { lines.append("  baseline      0: no scenario with illuminators is named") }
    }
    let target = model.crossSection.map { " for \($0.crossSectionText)" } ?? ""
    lines.append(
      "  \(model.basis == .promise ? "promise     " : "parameters  ")  \(model.range.text)\(target) with Pd "
        + "\(model.detection.powerText), on the axis of the beam in free space: SNR \(model.referenceSignalToNoise.value.fixed(2)) dB a pulse"
    )
    lines.append(
      "  looks         Pfa \(model.detector.falseAlarmProbability.powerText), \(model.detector.pulses) "
        + "pulse\(model.detector.pulses == 1 ? "" : "s") integrated, "
        + (model.fluctuation == .steady ? "steady target" : "Swerling \(model.fluctuation.rawValue)"))
    lines.append(
      "  antenna       \((view.antenna - view.ground).heightText) above ground at \(view.ground.heightText) AMSL, "
        + "k = \(view.earth.k.fixed(3)), elevation pattern \(model.pattern.text)")
    if let bands = question.bands { lines.append("  bands         \(bands)") }
    if let hits = model.type.hitsPerScan { lines.append("  scan          \(hits.fixed(1)) hits on a target a turn") }
    if let frequency = model.type.parameters.frequency, !question.isFreeSpace {
      let weather = view.losses.weather
      var words =
        "\(frequency.gigahertz.significant(6)) GHz, water vapour \(weather.surfaceVapourDensity.significant(3)) g/m³ at sea level"
      if let kelvin = weather.surfaceTemperatureKelvin { words += ", \((kelvin - 273.15).significant(3)) °C" }
      if let pressure = weather.surfacePressureHectopascals { words += ", \(pressure.significant(6)) hPa" }
      if weather.rainRate > 0 {
        words +=
          ", rain \(weather.rainRate.significant(3)) mm/h up to \(weather.rainHeight.heightText) AMSL"
          + (weather.rainExtent.map { " over \($0.text)" } ?? " everywhere") + "; the rain’s own echo is not counted"
      } else {
        words += ", no rain"
      }
      lines.append("  weather       \(words)")
      if let surface = view.reflection?.surface {
        lines.append(
          "  surface       \(surface.kind.rawValue), rms height \(surface.rmsHeight.metres.significant(3)) m: lobes by a direct and a "
            + "reflected ray, which plans do not count")
      }
    }
    if !model.assumptions.isEmpty {
      lines.append("  assumed       \(model.assumptions.map(\.text).joined(separator: "; "))")
    }
    return lines.joined(separator: "\n")
  }

  private func budget(of part: Part) -> String {
    let model = part.view.model
    let section = model.crossSection == nil ? "" : ", \(part.asked.crossSection.crossSectionText)"
    var lines = [
      "Loss budget of \(ConsoleText.harmless(model.type.id)) at \(part.place.slant.text), elevation "
        + "\(part.place.elevation.text)\(section)"
    ]
    func line(_ name: String, _ value: Double, _ unit: String = "dB") {
      let shown = value.isFinite ? value.fixed(2) : value < 0 ? "none" : "∞"
      let gap = String(repeating: " ", count: max(1, 44 - name.count))
      let pad = String(repeating: " ", count: max(0, 9 - shown.count))
      lines.append("  \(name)\(gap)\(pad)\(shown)\(unit.isEmpty ? "" : " \(unit)")")
    }
    for entry in part.budget.lines { line(entry.name, entry.decibels, "") }
    lines.append("  " + String(repeating: "─", count: 54))
    line("signal-to-noise ratio of one pulse", part.budget.signalToNoise.value)
    line("required for Pd \(part.asked.detection)", part.budget.required.value)
    line("margin", part.budget.signalToNoise.value - part.budget.required.value)
    lines.append(
      String(
        format: "  Pd of a look %.6g, 1 − Pd %.6g", part.budget.probability.detected, part.budget.probability.missed))
    if part.budget.isUnderGround {
      lines.append("  under the ground, which the ray meets before: nothing is detected there")
    } else if !part.budget.isShown {
      lines.append("  not shown there: outside the limits of range or beam of the type")
    }
    if let area = part.neededCrossSection, !part.budget.isUnderGround {
      let isReal = (1e-9...1e9).contains(area.squareMetres)
      lines.append(
        "  cross-section detected here with Pd \(part.asked.detection.powerText): "
          + (isReal ? area.crossSectionText : area.squareMetres < 1 ? "any" : "none"))
    }
    if let asked = question.signalToNoise, let range = part.ratioRange {
      lines.append(
        "  range of \(asked.value.significant(6)) dB: \(range.weather.text) in air and rain, \(range.free.text) in free space"
      )
    }
    return lines.joined(separator: "\n")
  }

  /// Whether some target is detected nowhere, for the middle probability.
  private var hasBlind: Bool {
    parts.contains { part in
      part.reaches.contains {
        $0.detection == question.detections[question.detections.count / 2] && $0.reach.limit == .blind
      }
    }
  }

  /// Whether some type has lobes.
  private var hasLobes: Bool { parts.contains { $0.view.reflection != nil } }

  /// A row for each type, cross-section and height; a column for each probability.
  private var reachTable: ReportTable {
    func column(_ key: String, _ heading: String, unit: String = "", _ decimals: Int = 0) -> ReportTable.Column {
      ReportTable.Column(key: key, heading: heading, unit: unit, decimals: decimals, consoleDecimals: decimals)
    }
    var table = ReportTable(
      [
        column("type", "type"), column("rcs_m2", "RCS", unit: "m²", 2), column("height_m", "height", unit: "m"),
        column("horizon_km", "horizon", unit: "km", 1),
      ] + question.detections.map { column("pd_\($0)", "Pd \($0)", unit: "km", 1) } + [
        column("from_km", "from", unit: "km", 1), column("limit", "limit"),
        column("elevation_deg", "elevation", unit: "°", 2),
        column("gas_loss_db", "gases", unit: "dB", 1), column("rain_loss_db", "rain", unit: "dB", 1),
      ] + (hasLobes ? [column("lobing_db", "lobing", unit: "dB", 1)] : []))
    for part in parts {
      let (heights, count) = (question.heights.count, question.detections.count)
      for section in 0..<(part.reaches.count / max(heights * count, 1)) {
        for height in 0..<heights {
          let rows = (0..<count).map { part.reaches[(section * count + $0) * heights + height] }
          let middle = rows[count / 2]
          let isSeen = middle.reach.limit != .blind
          let cells: [ReportTable.Cell] = rows.map {
            $0.reach.limit == .blind ? .empty : .number($0.reach.groundRange.kilometres)
          }
          table.append(
            [
              .text(middle.model.type.id),
              middle.model.crossSection == nil ? .empty : .number(middle.crossSection.squareMetres),
              .number(middle.reach.height.metres), .number(middle.horizon.kilometres),
            ] + cells + [
              isSeen ? .number(middle.reach.nearest.kilometres) : .empty, .text(middle.reach.limit.rawValue),
              isSeen ? .number(middle.reach.elevation.degrees) : .empty,
              isSeen ? .optional(middle.gas?.value) : .empty, isSeen ? .optional(middle.rain?.value) : .empty,
            ] + (hasLobes ? [isSeen ? .optional(middle.reach.lobing?.value) : .empty] : []))
        }
      }
    }
    return table
  }

  /// The range table, one row a height, cross-section and probability.
  public var table: ReportTable { Records.reach.table(parts.flatMap(\.reaches)) }

  /// Everything, for programs.
  public var json: String {
    var members = [
      JSON.Member(key: "radar_types", value: Records.radarPart.list(parts)),
      JSON.Member(key: "omitted", value: .array(omitted.map { .string($0) })),
      JSON.Member(key: "warnings", value: .array(warnings.map { .string($0.text) })),
    ]
    if !links.isEmpty { members.append(JSON.Member(key: "links", value: Records.receiverLink.list(links))) }
    if let bands = question.bands { members.append(JSON.Member(key: "bands", value: .string(bands))) }
    return JSON.object(members).text
  }

  /// The lines of the chart, one row a ray.
  public var coverageTable: ReportTable { Records.coverageRay.table(parts.flatMap(\.rays)) }

  /// The vertical coverage chart as an SVG file; nil where there is nothing to draw.
  public var svg: String? { chart(.en).map { ChartStyle.standalone($0.titled) } }

  /// What the chart holds for: ` (k 1.333, Pfa 1e-6, rain 20 mm/h where the frequency is stated)`.
  private var conditions: String {
    guard let part = parts.first else { return "" }
    var words = ["k \(part.view.earth.k.fixed(3))", "Pfa \(part.view.model.detector.falseAlarmProbability.powerText)"]
    if parts.count == 1 {
      words.append(
        "antenna \((part.view.antenna - part.view.ground).heightText) above \(part.view.ground.heightText) AMSL")
    }
    let rain = question.weather.rainRate
    if question.isFreeSpace {
      words.append("free space")
    } else if rain > 0 {
      let isDry = parts.contains {
        $0.view.losses.weather.rainRate == 0 || $0.view.model.type.parameters.frequency == nil
      }
      words.append(
        "rain \(rain.significant(3)) mm/h, its echo not counted"
          + (isDry ? ", none for types without a frequency of 1 GHz and more" : ""))
    }
    if let surface = question.surface { words.append("lobes over \(surface.kind.rawValue)") }
    return " (\(words.joined(separator: ", ")))"
  }

  /// The chart of all types, at most ``drawn``.
  func chart(_ say: ReportLanguage) -> Chart? {
    let isOne = parts.count == 1
    let lines = parts.prefix(Self.drawn).enumerated().flatMap { index, part -> [VerticalChart.Line] in
      let all =
        isOne
        ? part.coverage
        : part.coverage.filter { $0.crossSection == part.asked.crossSection && $0.detection == part.asked.detection }
      return all.enumerated().map { place, line in
        let middle = all.count / 2
        let section = part.view.model.crossSection == nil ? "" : "\(line.crossSection.crossSectionText), "
        return VerticalChart.Line(
          label: "\(part.view.model.type.id.isolated): \(section)Pd \(line.detection)", coverage: line.coverage,
          view: part.view, colour: index, dash: place == middle ? 0 : place < middle ? 1 : 2)
      }
    }.filter { !$0.coverage.rays.isEmpty }
    // The line drawn through first: its band lies under the others.
    guard !lines.isEmpty else { return nil }
    let names = parts.map(\.view.model.type.name.isolated).prefix(Self.drawn).joined(separator: ", ")
    return VerticalChart(title: say(.coverageChart, names + conditions), lines, top: question.chartTop, say).chart
  }
}
