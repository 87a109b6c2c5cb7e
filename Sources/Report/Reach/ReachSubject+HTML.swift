internal import Planning
internal import Response

extension ReachSubject {
  /// Who it is, for the page.
  func html(_ say: ReportLanguage) -> HTML {
    switch self {
    case .all: "\(say(.inReachAll))"
    case .base(let base): Called.html(base.name, base.id)
    case .asset(let asset): Called.html(asset.aircraft.name, asset.id)
    }
  }
}
