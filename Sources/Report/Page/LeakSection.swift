internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// The least-observed routes, and which radars would close them.
struct LeakSection: ReportSection {
  let id = "leak"
  let title = Phrase.leak
  private let leak: Leak
  private var report: LeakReport { LeakReport(leak) }
  /// The names of radars by their ids.
  private let radarNames: [String: String]

  /// Nil for a plan without them.
  init?(_ input: ReportInput) {
    guard let leak = input.plan.leak else { return nil }
    self.leak = leak
    radarNames = input.plan.radarNames
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] {
    [("leak", leak.detection == nil ? chart(say) : chanceChart(say))]
  }

  func body(_ say: ReportLanguage) -> HTML {
    let heights = leak.question.heights.map { $0.text(say) }.joined(separator: ", ")
    return """
      <p>\(say(leak.detection == nil ? .leakNote : .leakLooksNote, say(leak.origin.phrase), heights, leak.step.text))</p>
      <p>\(worst(say))</p>
      \((leak.detection == nil ? chart(say) : chanceChart(say)).keyed)
      \(ways(say))
      \(closures(say))
      """
  }

  private func text(_ length: Length) -> String {
    "\(length.text), \(leak.question.time(along: length).text)"
  }

  /// The strip that is reached with the least chance of detection, and those that are reached undetected.
  private func worst(_ say: ReportLanguage, by detection: DetectionSettings) -> String {
    guard let worst = leak.worst, let chance = worst.chance, let mean = leak.meanDetection else {
      return leak.behindUnknown.isEmpty ? say(.leakNoWay) : behindUnknown(say)
    }
    let confidence = DecimalText.text(detection.confidence, decimals: 6) ?? "–"
    let unseen = leak.unseen.map { Called.text($0.name, $0.id) }
    let line =
      unseen.isEmpty
      ? say(.leakAllDetected, confidence)
      : say(
        .leakUndetected, String(unseen.count), String(leak.entries.count), confidence, Called.list(unseen))
    let least = say(
      .leakLeastDetection, Called.text(worst.strip.name, worst.strip.id), chance.detection.percent,
      chance.detectionBound.percent, mean.percent)
    return "\(line) \(least) \(leak.behindUnknown.isEmpty ? "" : behindUnknown(say))"
  }

  private func worst(_ say: ReportLanguage) -> String {
    if let detection = leak.detection { return worst(say, by: detection) }
    guard let worst = leak.worst, let exposure = worst.exposure, let mean = leak.mean else {
      return leak.behindUnknown.isEmpty ? say(.leakNoWay) : behindUnknown(say)
    }
    let unseen = leak.unseen
    let reached = String(leak.entries.count { $0.exposure != nil })
    if unseen.count == leak.entries.count { return say(.leakAllUnseen) }
    let line =
      unseen.isEmpty
      ? say(
        .leakWorst, Called.text(worst.strip.name, worst.strip.id), text(exposure),
        (worst.way?.firstSeenBefore ?? .zero).text)
      : say(
        .leakUnseen, String(unseen.count), String(leak.entries.count),
        Called.list(unseen.map { Called.text($0.name, $0.id) }))
    return
      "\(line) \(say(.leakMean, reached, String(leak.entries.count), text(mean))) \(leak.behindUnknown.isEmpty ? "" : behindUnknown(say))"
  }

  /// The strips of which nothing is known.
  private func behindUnknown(_ say: ReportLanguage) -> String {
    let strips = leak.behindUnknown
    return say(
      .leakBehindUnknown, String(strips.count), String(leak.entries.count),
      Called.list(strips.map { Called.short($0.name, $0.id, most: 60).isolated }))
  }

  private func ways(_ say: ReportLanguage) -> HTML {
    Records.way(isSmooth: leak.isSmooth, hasLooks: report.hasLooks, names: radarNames).html(
      report.rows, caption: say(.leak), say)
  }

  private func closures(_ say: ReportLanguage) -> HTML {
    guard !leak.closures.isEmpty else { return "" }
    let table = Records.closure(hasLooks: report.hasLooks).html(report.closureRows, caption: say(.leakCloses), say)
    return "<p>\(say(report.hasLooks ? .leakClosesLooksNote : .leakClosesNote))</p>\(table)"
  }

  /// In the unit of the axis.
  private func figure(_ length: Length) -> String {
    let number = length.shownDistance
    return "\(number.fixed(number == 0 ? 0 : number < 10 ? 2 : 1)) \(UnitSystem.current.distanceSymbol)"
  }

  /// The strip of a bar, before it.
  private func label(_ entry: Leak.Entry, _ left: Double, _ y: Double, _ chart: inout Chart) {
    chart.text(
      left - 8, y + 13, Called.cut(Called.plain(entry.strip.name, entry.strip.id), most: 36).isolated, anchor: "end",
      "small")
  }

  /// Why a strip has no bar.
  private func noWay(_ entry: Leak.Entry, _ left: Double, _ y: Double, _ chart: inout Chart, _ say: ReportLanguage) {
    chart.text(left + 4, y + 13, say(entry.isBehindUnknown ? .onlyOverUnknown : .noWay), "small")
  }

  /// A line of the grid with its value.
  private func gridLine(_ x: Double, _ value: String, _ bottom: Double, _ chart: inout Chart) {
    chart.line(x, 4, x, bottom, "grid")
    chart.text(x, bottom + 15, value, anchor: "middle", "small")
  }

  /// For each strip the least probability of detection, its bound, and the probability of a track on the same route.
  private func chanceChart(_ say: ReportLanguage) -> Chart {
    let (left, right, width, step) = (260.0, 90.0, 960.0, 22.0)
    let scale = width - left - right
    let bottom = 8 + Double(leak.entries.count) * step
    var chart = Chart(width: width, height: bottom + 24, title: say(.leakChanceTitle))
    chart.key = ChartKey([
      (.area("f-seen"), "k-seen", say(.leakChanceKey)), (.bar, "k-wall", say(.leakChanceBoundKey)),
      (.mark, "k-mark", say(.leakTrackKey)),
    ])
    for tick in stride(from: 0.0, through: 1, by: 0.2) {
      gridLine(left + tick * scale, tick.percent, bottom, &chart)
    }
    for (index, entry) in leak.entries.enumerated() {
      let y = 8 + Double(index) * step
      label(entry, left, y, &chart)
      guard let chance = entry.chance else {
        noWay(entry, left, y, &chart, say)
        continue
      }
      let hover = "\(Called.text(entry.strip.name, entry.strip.id)): \(chance.detection.percent)"
      chart.rect(left, y + 3, chance.detection * scale, 13, "f-seen", title: hover)
      let x = left + chance.detectionBound * scale
      chart.line(x, y, x, y + 19, "p-mast", title: "\(say(.leakChanceBoundKey)): \(chance.detectionBound.percent)")
      let mark = entry.way?.looks.map { left + $0.track * scale }
      if let track = entry.way?.looks?.track, let mark {
        chart.diamond(mark, y + 9.5, height: 7.5, title: "\(say(.leakTrackKey)): \(track.percent)")
      }
      chart.text(behind: left + chance.detection * scale, y + 13, chance.detection.percent, past: mark)
    }
    return chart
  }

  /// For each strip the least exposure, its bound, and how far before the strip the aircraft is first seen.
  private func chart(_ say: ReportLanguage) -> Chart {
    let (left, right, width, step) = (260.0, 90.0, 960.0, 22.0)
    let longest =
      leak.entries.flatMap { [$0.exposure, $0.bound, $0.way?.firstSeenBefore] }.compactMap { $0?.shownDistance }.max()
      ?? 1
    let scale = (width - left - right) / max(longest, 1)
    let bottom = 8 + Double(leak.entries.count) * step
    var chart = Chart(width: width, height: bottom + 24, title: say(.leakTitle))
    chart.key = ChartKey([
      (.area("f-seen"), "k-seen", say(.leakExposure)), (.bar, "k-wall", say(.leakBoundKey)),
      (.mark, "k-mark", say(.leakFirstKey)),
    ])
    for tick in AxisSteps.values(from: 0, to: max(longest, 1), count: 8) {
      gridLine(left + tick * scale, tick.count, bottom, &chart)
    }
    for (index, entry) in leak.entries.enumerated() {
      let y = 8 + Double(index) * step
      label(entry, left, y, &chart)
      guard let exposure = entry.exposure else {
        noWay(entry, left, y, &chart, say)
        continue
      }
      let hover = "\(Called.text(entry.strip.name, entry.strip.id)): \(exposure.text)"
      chart.rect(left, y + 3, exposure.shownDistance * scale, 13, "f-seen", title: hover)
      if let bound = entry.bound {
        let x = left + bound.shownDistance * scale
        chart.line(x, y, x, y + 19, "p-mast", title: "\(say(.leakBoundKey)): \(bound.text)")
      }
      let first = entry.way?.firstSeenBefore
      let mark = first.map { left + $0.shownDistance * scale }
      if let first, let mark {
        chart.diamond(mark, y + 9.5, height: 7.5, title: "\(say(.leakFirstKey)): \(first.text)")
      }
      chart.text(behind: left + exposure.shownDistance * scale, y + 13, figure(exposure), past: mark)
    }
    return chart
  }
}

extension Leak.Origin {
  fileprivate var phrase: Phrase {
    switch self {
    case .border: .leakBorder
    case .terrainEdge: .leakTerrainEdge
    case .beyondRadars: .leakBeyond
    }
  }
}

extension Altitude {
  fileprivate func text(_ say: ReportLanguage) -> String {
    switch self {
    case .aboveGround(let height): say(.aboveGroundAt, height.heightText)
    case .aboveSeaLevel(let height): say(.aboveSeaAt, height.heightText)
    }
  }
}
