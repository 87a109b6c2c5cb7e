internal import Interception
public import Planning
internal import Response
internal import Scenario
internal import Units

extension Plan {
  /// Every flight against every asset: who is at the strip when, with how much to spare, and where it can be met before.
  ///
  /// The warning is from the track to landing. An asset is `busy` when all its aircraft serve other flights at the order;
  /// `mission_end_local` is when the one that is sent is back. `intercepts` are meetings in flight within the border while
  /// the aircraft is tracked; those that nobody tracks stand apart and count for nothing.
  ///
  /// Times are local; a time on the day after the departure's, or the day before, says so.
  public var windowTable: ReportTable {
    var table = ReportTable([
      .shown("flight", "flight"),
      .shown("strip", "strip"),
      .fileOnly("first_detection_local"),
      .fileOnly("tracked_local"),
      .fileOnly("warning_min", decimals: 2),
      .fileOnly("ordered_local"),
      .fileOnly("landing_local"),
      .fileOnly("takeoff_local"),
      .fileOnly("base"),
      .shown("asset", "asset"),
      .fileOnly("aircraft"),
      .shown("best", "best"),
      .shown("period", "by"),
      .shown("verdict", "verdict"),
      .shown("airborne_local", "airborne"),
      .shown("arrival_local", "arrives"),
      .shown("slack_min", "slack", "min", decimals: 2, console: 1),
      .fileOnly("response_min", decimals: 2),
      .fileOnly("distance_km", decimals: 3),
      .shown("intercepts", "meetings"),
      .shown("intercept_spans", "can meet it in flight"),
      .fileOnly("untracked_intercepts"),
      .fileOnly("untracked_spans"),
      .fileOnly("mission_end_local"),
      .fileOnly("busy_with"),
      .fileOnly("busy_until_local"),
    ])
    for flight in flights {
      for (index, window) in flight.windows.enumerated() {
        let timeline = flight.timeline
        table.append([
          .text(flight.flight.id), .text(flight.flight.strip.id),
          .optional(timeline.firstDetection?.clockSecondsText),
          .optional(timeline.confirmed?.clockSecondsText), .optional(timeline.warning?.inMinutes),
          .optional(timeline.ordered?.clockSecondsText), .text(timeline.landing.clockSecondsText),
          .text(timeline.takeoff.clockSecondsText), .text(window.asset.base.id), .text(window.asset.id),
          .text(window.asset.aircraft.id), .flag(index == flight.best), .optional(window.period?.rawValue),
          .text(window.verdict.key), .optional(window.airborne?.clockSecondsText),
          .optional(window.arrival?.clockSecondsText), .optional(window.slack?.inMinutes),
          .optional(window.response?.total?.inMinutes), .optional(window.response?.distance.kilometres),
          .integer(window.intercepts.count),
          .optional(window.intercepts.isEmpty ? nil : window.intercepts.map(\.words).joined(separator: "; ")),
          .integer(window.untracked.count),
          .optional(window.untracked.isEmpty ? nil : window.untracked.map(\.words).joined(separator: "; ")),
          .optional(window.missionEnd?.clockSecondsText), .optional(window.duty?.flightID),
          .optional(window.duty?.until.clockSecondsText),
        ])
      }
    }
    return table
  }
}

extension Window.Intercept {
  /// `06:01:12-06:20:45 inbound`.
  fileprivate var words: String {
    "\(span.begin.clockSecondsText)-\(span.end.clockSecondsText) \(isInbound ? "inbound" : "outbound")"
  }
}
