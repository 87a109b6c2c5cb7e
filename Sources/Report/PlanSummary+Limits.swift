internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Units

extension Plan {
  /// `meetings in flight that do not count: 31 beyond the border (first F3 and kt1p 06:40 to 07:05 at -10.95 -69.57), …`: where assets could be at the same time
  /// as an aircraft without a meeting that counts; nil where there is no such place.
  var limitedLine: String? {
    let rows = LimitedRow.all(self)
    let parts = PursuitLimit.allCases.compactMap { limit -> String? in
      let own = rows.filter { $0.meeting.limits.contains(limit) }
      guard let first = own.min(by: { $0.meeting.span.begin < $1.meeting.span.begin }) else { return nil }
      let span = first.meeting.span
      return "\(own.count) \(limit.words) (first \(first.window.asset.id) with "
        + "\(first.flight.flight.id) \(span.begin.clockText) to \(span.end.clockText) from "
        + "\(first.meeting.first.normalized.decimal(decimals: 2)))"
    }
    guard !parts.isEmpty else { return nil }
    let untracked = flights.reduce(0) { $0 + $1.windows.reduce(0) { $0 + $1.untracked.count } }
    let more = untracked > 0 ? ["\(untracked) where nobody tracks the aircraft"] : []
    return "meetings in flight that do not count: " + (parts + more).joined(separator: "; ")
  }
}

extension PursuitLimit {
  /// For people: `beyond the border`.
  var words: String {
    switch self {
    case .aboveCeiling: "above the asset’s ceiling"
    case .beyondBorder: "beyond the border"
    case .closedArea: "over an area closed to pursuit"
    }
  }
}
