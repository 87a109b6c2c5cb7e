internal import Geodesy
internal import Interception
internal import Planning
internal import Units

/// A span in which an asset could be where a flight is, and why it does not count.
struct LimitedRow {
  var flight: FlightWindows
  var window: Window
  var meeting: Window.LimitedMeeting

  /// Every one of a plan, by flight and asset, in order of time.
  static func all(_ plan: Plan) -> [LimitedRow] {
    plan.flights.flatMap { flight in
      flight.windows.flatMap { window in
        window.limited.map { LimitedRow(flight: flight, window: window, meeting: $0) }
      }
    }
  }

  /// What limits it, in the order in which limits are listed.
  var limits: [PursuitLimit] { meeting.inOrder }
}

extension Window.LimitedMeeting {
  /// What limits it, in the order in which limits are listed.
  var inOrder: [PursuitLimit] { PursuitLimit.allCases.filter(limits.contains) }

  /// `06:01:12-06:20:45 outbound beyond_border from -10.9542 -69.5713`.
  var words: String {
    "\(span.begin.clockSecondsText)-\(span.end.clockSecondsText) \(isInbound ? "inbound" : "outbound") "
      + inOrder.map(\.rawValue).joined(separator: " and ") + " from \(first.normalized.decimal(decimals: 4))"
  }
}

extension Window {
  /// All that limits its meetings, in the order in which limits are listed.
  var limitsAtOnce: [PursuitLimit] {
    PursuitLimit.allCases.filter { limit in limited.contains { $0.limits.contains(limit) } }
  }
}

extension Plan {
  /// Whether some asset is busy with another flight.
  var isContested: Bool { flights.contains { $0.windows.contains { $0.duty != nil } } }

  /// Whether some asset could be where a flight is, but does not meet it there.
  var hasLimitedMeetings: Bool { flights.contains { $0.windows.contains { !$0.limited.isEmpty } } }
}
