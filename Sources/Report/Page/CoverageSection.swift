internal import Coverage
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What is seen at which height.
struct CoverageSection: ReportSection {
  let id = "coverage"
  let title = Phrase.coverage
  private let plan: Plan
  private var bands: [CoverageSummary.Band] { plan.coverage.bands }

  init?(_ input: ReportInput) {
    guard !input.plan.coverage.bands.isEmpty, !input.plan.network.stations.isEmpty else { return nil }
    plan = input.plan
  }

  func charts(_ say: ReportLanguage) -> [(name: String, chart: Chart)] {
    [("coverage", chart(say))] + (CertaintyMap(plan)?.chart(say).map { [("certainty", $0)] } ?? [])
      + (DetectionMap(plan)?.chart(say).map { [("detection", $0)] } ?? [])
  }

  func body(_ say: ReportLanguage) -> HTML {
    "\(chart(say).keyed)\(areas(say))\(certainty(say))\(DetectionMap(plan)?.html(say) ?? "")\(rings(say))"
  }

  private func chart(_ say: ReportLanguage) -> Chart {
    let (left, right, width, step) = (90.0, 90.0, 960.0, 52.0)
    let largest = max(bands.compactMap { $0.areaSeenByAtLeast.first?.squareKilometres }.max() ?? 1, 1)
    let scale = (width - left - right) / largest
    let bottom = 6 + Double(bands.count) * step
    var chart = Chart(width: width, height: bottom + 22, title: say(.coverageTitle))
    chart.key = ChartKey((1...3).map { (.area("f-n\($0)"), "k-n\($0)", say(.atLeast, String($0))) })
    for tick in AxisSteps.values(from: 0, to: largest, count: 6) {
      chart.line(left + tick * scale, 2, left + tick * scale, bottom, "grid")
      chart.text(left + tick * scale, bottom + 15, tick.grouped, anchor: "middle", "small")
    }
    for (index, band) in bands.enumerated() {
      let y = 6 + Double(index) * step
      chart.text(left - 8, y + 27, band.height.heightText, anchor: "end")
      for (count, area) in band.areaSeenByAtLeast.prefix(3).enumerated() {
        let top = y + 4 + Double(count) * 14
        let length = area.squareKilometres * scale
        chart.rect(left, top, length, 12, "f-n\(count + 1)", title: "\(say(.atLeast, String(count + 1))): \(area.text)")
        chart.text(left + length + 4, top + 10, area.squareKilometres.grouped, "small")
      }
    }
    return chart
  }

  /// The areas of certainty, and where they lie; nothing where nothing is in doubt.
  private func certainty(_ say: ReportLanguage) -> HTML {
    let rows = CertaintyRow.all(plan)
    guard let doubt = plan.scenario.doubt, !rows.isEmpty else { return "" }
    let band = [doubt.low, doubt.median, doubt.high]
    let note = say(
      .certaintyNote, band.map { $0.k.significant(4) }.joined(separator: ", "),
      band.map { $0.percent.significant(4) }.joined(separator: ", "), doubt.terrainError.heightText,
      doubt.crossSectionSpread.value.significant(3))
    let heights =
      bands.map(\.height.heightText) + plan.coverage.levels.map { "\($0.altitude.altitudeText) \(say(.amslShort))" }
    let table = HTML.table(
      caption: say(.certaintyCaption), heads: [say(.height)] + NetworkCertainty.Class.seen.map { say($0.phrase) },
      rows: zip(heights, rows).map { height, row in
        ["\(height)"] + NetworkCertainty.Class.seen.map { "\(row.areas[$0].squareKilometres.grouped)" }
      }, numeric: Set(0...NetworkCertainty.Class.seen.count))
    let map = CertaintyMap(plan)?.chart(say).map(\.keyed) ?? ""
    return "<p>\(note)</p>\n\(table)\(map)"
  }

  private func areas(_ say: ReportLanguage) -> HTML {
    let most = bands.map(\.areaSeenByAtLeast.count).max() ?? 0
    let region = plan.coverage.interestArea.flatMap { $0 > .zero ? $0 : nil }
    func row(_ name: HTML, _ areas: [Area], _ interest: CoverageSummary.Band.Interest?) -> [HTML] {
      let share = region.map { whole -> HTML in
        let seen = interest?.areaSeenByAtLeast.first ?? .zero
        return "\(seen.squareKilometres.grouped) <small>(\(min(seen / whole, 1).percent))</small>"
      }
      return [name] + areas.map { "\($0.squareKilometres.grouped)" } + [share].compactMap { $0 }
    }
    let rows =
      bands.map { row("\($0.height.heightText)", $0.areaSeenByAtLeast, $0.interest) }
      + plan.coverage.levels.map {
        row("\($0.altitude.altitudeText) \(say(.amslShort))", $0.areaSeenByAtLeast, $0.interest)
      }
    let heads = [say(.height)] + (0..<most).map { say(.atLeast, String($0 + 1)) }
    return .table(
      caption: say(.areaCaption), heads: heads + (region.map { [say(.ofRegion, $0.squareKilometres.grouped)] } ?? []),
      rows: rows, numeric: Set(0...heads.count))
  }

  private func rings(_ say: ReportLanguage) -> HTML {
    let rows = plan.network.stations.indices.map { index -> [HTML] in
      let station = plan.network.stations[index]
      return [Called.html(station.name, station.id), "\(name: station.type.name)"]
        + bands.map { band -> HTML in
          let (ring, sight) = (band.rings[index], RadarSight(band, index, station))
          guard !station.isMember else { return "<span class=\"muted\">\(say(.ofSystem))</span>" }
          guard sight.outer > .zero else { return "<span class=\"muted\">\(say(.limitBlind))</span>" }
          if let median = sight.median {
            let half = say(.medianReach, median.shownDistance.fixed(1))
            return "\(sight.outer.shownDistance.fixed(1)) <small>\(half)</small>"
          }
          let inner = ring.innerRadius > .zero ? say(.from, ring.innerRadius.shownDistance.fixed(1)) : ""
          return "\(ring.outerRadius.shownDistance.fixed(1)) <small>\(say(ring.limit.phrase)) \(inner)</small>"
        }
    }
    return .table(
      caption: say(plan.terrain == nil ? .ringsCaption : .reachCaption),
      heads: [say(.radar), say(.type)] + bands.map(\.height.heightText), rows: rows,
      numeric: Set(2..<(2 + bands.count)))
  }
}
