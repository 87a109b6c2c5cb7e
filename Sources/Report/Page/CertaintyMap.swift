internal import Coverage
internal import Planning
internal import Scenario
internal import Units

/// Where a network sees at the lowest altitude band, by how certain that is.
struct CertaintyMap {
  private let plan: Plan
  private let certainty: NetworkCertainty
  private let band: Int

  /// Nil when nothing is in doubt.
  init?(_ plan: Plan) {
    guard let certainty = plan.terrain?.certainty,
      let band = plan.coverage.bands.indices.min(by: {
        plan.coverage.bands[$0].height < plan.coverage.bands[$1].height
      })
    else { return nil }
    (self.plan, self.certainty, self.band) = (plan, certainty, band)
  }

  /// The drawing; nil when its outlines cannot be drawn, or nothing is seen.
  func chart(_ say: ReportLanguage) -> Chart? {
    let grid = certainty.classes[band]
    let classes = NetworkCertainty.Class.seen.reversed().compactMap { kind in
      (try? AreaDrawing.outlines(of: grid) { $0 == kind.rawValue }).map {
        AreaDrawing.Class(style: "c-\(kind.word)", key: "k-\(kind.word)", label: say(kind.phrase), outlines: $0)
      }
    }
    let title = say(.certaintyTitle, plan.coverage.bands[band].height.heightText)
    return AreaDrawing(classes: classes, stations: plan.network.stations, border: plan.scenario.border, title: title)
      .chart
  }
}

extension NetworkCertainty.Class {
  /// Its word on the page.
  var phrase: Phrase {
    switch self {
    case .certain: .certain
    case .likely: .likely
    case .doubtful: .doubtful
    case .unknown, .notSeen: .unknownArea
    }
  }
}
