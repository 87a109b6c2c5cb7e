internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Units

/// Where assets could be at the same time as a flight without meeting it, and why: one line per span.
struct LimitedTable {
  private let rows: [LimitedRow]

  /// Nil where nothing limits a meeting.
  init?(_ plan: Plan) {
    rows = LimitedRow.all(plan)
    if rows.isEmpty { return nil }
  }

  func html(_ say: ReportLanguage) -> HTML {
    let heads: [Phrase] = [.flight, .asset, .limitedBecause, .limitedBegin, .limitedEnd, .limitedPlace]
    let lines = rows.map { row -> [HTML] in
      let because = row.limits.map { say($0.phrase) } + (row.window.isSlower ? [say(.slowerThanFlight)] : [])
      let span = row.meeting.span
      let place = row.meeting.first.normalized.decimal(decimals: 3)
      return [
        "<span title=\"\(row.flight.flight.name)\">\(name: row.flight.flight.id)</span>",
        Called.html(row.window.asset), "\(because.joined(separator: "; "))", "\(span.begin.clockText)",
        "\(span.end.clockText)", "\(place)",
      ]
    }
    return .details(
      say(.limitedTitle, String(rows.count)),
      .table(caption: say(.limitedCaption), heads: heads.map { say($0) }, rows: lines, numeric: [3, 4]))
  }
}

extension PursuitLimit {
  var phrase: Phrase {
    switch self {
    case .aboveCeiling: .limitedByCeiling
    case .beyondBorder: .limitedByBorder
    case .closedArea: .limitedByArea
    }
  }
}
