internal import Coverage
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// With what probability a network's looks detect the coverage target: a table, and a drawing of the lowest altitude band.
struct DetectionMap {
  private let plan: Plan
  private let probability: NetworkProbability

  /// Nil where looks do not count.
  init?(_ plan: Plan) {
    guard let probability = plan.terrain?.probability else { return nil }
    (self.plan, self.probability) = (plan, probability)
  }

  /// Where a minute of looks detects at the lowest band; nil when it cannot be drawn, or nothing is detected.
  func chart(_ say: ReportLanguage) -> Chart? {
    let bands = plan.coverage.bands
    guard let band = bands.indices.min(by: { bands[$0].height < bands[$1].height }) else { return nil }
    let grid = probability.perMinute[band]
    let classes = [(0.1, "n1"), (0.5, "n2"), (0.9, "n3")].compactMap { level, style in
      (try? AreaDrawing.outlines(of: grid) { Double($0) >= level }).map {
        AreaDrawing.Class(
          style: "f-\(style)", key: "k-\(style)", label: say(.probabilityAtLeast, level.superscriptText), outlines: $0)
      }
    }
    let title = say(.probabilityTitle, bands[band].height.heightText)
    return AreaDrawing(classes: classes, stations: plan.network.stations, border: plan.scenario.border, title: title)
      .chart
  }

  /// The areas, and where they lie.
  func html(_ say: ReportLanguage) -> HTML {
    let levels = DetectionAreas.levels
    let heights =
      plan.coverage.bands.map(\.height.heightText)
      + plan.coverage.levels.map { "\($0.altitude.altitudeText) \(say(.amslShort))" }
    let table = HTML.table(
      caption: say(.probabilityCaption),
      heads: [say(.height)] + levels.map { say(.probabilityLook, $0.superscriptText) }
        + levels.map { say(.probabilityMinute, $0.superscriptText) } + [say(.unknownArea)],
      rows: zip(heights, probability.areas).map { height, areas in
        ["\(height)"] + levels.indices.map { "\(areas.perLook(atLeast: $0).squareKilometres.grouped)" }
          + levels.indices.map { "\(areas.perMinute(atLeast: $0).squareKilometres.grouped)" }
          + ["\(areas.unknown.squareKilometres.grouped)"]
      }, numeric: Set(0...(2 * levels.count + 1)))
    let note = say(.probabilityNote, plan.coverage.target.crossSection.crossSectionText)
    let without = plan.stationsWithoutLooks.map { Called.text($0.name, $0.id) }
    let more: HTML = without.isEmpty ? "" : "<p>\(say(.probabilityWithout, Called.list(without)))</p>"
    return "<p>\(note)</p>\(more)\n\(table)\(chart(say).map(\.keyed) ?? "")"
  }
}
