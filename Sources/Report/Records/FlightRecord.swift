internal import Coverage
internal import Geodesy
internal import Interception
public import Planning
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// A flight of plan.json. Its columns begin each row of windows.csv.
  static var flight: Record<FlightRow> { Record(flightFields) }

  /// What looks come to along a flight.
  static var looks: Record<LookTimes> { Record(lookFields) }

  private static var lookFields: [Field<LookTimes>] {
    var fields = lookChances
    fields += lookTimes("detection") { $0.detectionTimes }
    fields += lookTimes("track") { $0.trackTimes }
    fields += lookRest
    fields += lookTimes("first_loss", json: nil) { $0.firstLoss?.times }
    fields += lookTimes("reacquisition", json: nil) { $0.firstLoss?.reacquisitionTimes }
    let parts: [Field<LookTimes>] = [
      .share(
        "rejected_across_beam_share", \.notchShare, csv: true, json: true,
        meaning: "The part of rejected_share in which it flies across the beams of all radars that have it in view."),
      .share(
        "rejected_at_blind_speed_share", \.blindSpeedShare, csv: true, json: true,
        meaning: "The part of rejected_share around a blind speed, which staggered pulses would not reject."),
      .list("radars", lookRadar, \.radars),
    ]
    fields += parts
    return fields
  }

  private static func lookTimes(
    _ what: String, json: Face<Duration>? = true, _ quantiles: @escaping (LookTimes) -> LookTimes.Quantiles?
  ) -> [Field<LookTimes>] {
    [
      .clock("\(what)_10", { quantiles($0)?.tenth }, csv: true, json: json),
      .clock("\(what)_50", { quantiles($0)?.median }, csv: true, json: json),
      .clock("\(what)_90", { quantiles($0)?.ninetieth }, csv: true, json: json),
    ]
  }

  private static var lookChances: [Field<LookTimes>] {
    [
      .share(
        "detection_before_landing", \.detectionBeforeLanding, csv: true, json: true,
        meaning: "The probability that a look detects it before it lands."),
      .share(
        "track_before_landing", \.trackBeforeLanding, csv: true, json: true,
        meaning: "The probability that a radar confirms a track before it lands."),
      .share("detection_probability", \.detection, meaning: "The same until it leaves."),
      .share("track_probability", \.track, meaning: "The same until it leaves."),
    ]
  }

  private static var lookRest: [Field<LookTimes>] {
    [
      .duration("track_held", \.heldTime, meaning: "The expected time in which a track is held."),
      .number("track_losses", \.losses, meaning: "The expected number of times that the network loses its track."),
      .number(
        "track_reacquisitions", \.reacquisitions,
        meaning: "The expected number of times that a track is confirmed again after a loss."),
      .objectIfAny(
        "first_loss", firstLoss,
        meaning:
          "When no radar holds the network's first track any more, and when one is confirmed again, from draws of all looks.",
        \.firstLoss),
      .duration(
        "in_view", \.inView,
        meaning:
          "Time in view of some radar: one look would detect it with detection.probability or more, its radial speed aside. It is not the time in which looks may detect it, which is longer."
      ),
      .duration(
        "rejected", \.rejected,
        meaning: "Time of it in which every radar that has it in view rejects its echo for its radial speed."),
      .duration(
        "rejected_at_blind_speed", \.atBlindSpeed,
        meaning:
          "Time of that in which one radar or more reject it around a blind speed; in the rest it flies across the beams of all."
      ),
      .share(
        "rejected_share", \.rejectedShare, csv: true, json: true,
        meaning: "The share of the time in view that is rejected."),
      .share("loss_before_landing", \.firstLoss?.beforeLanding, csv: true),
    ]
  }

  private static var firstLoss: Record<LookTimes.FirstLoss> {
    func times(_ what: String, _ quantiles: @escaping (LookTimes.FirstLoss) -> LookTimes.Quantiles)
      -> [Field<LookTimes.FirstLoss>]
    {
      [
        .clock("\(what)_10", { quantiles($0).tenth }), .clock("\(what)_50", { quantiles($0).median }),
        .clock("\(what)_90", { quantiles($0).ninetieth }),
      ]
    }
    return Record(
      [
        .share(
          "before_landing", \.beforeLanding,
          meaning: "The probability that a track is confirmed and lost before it lands."),
        .share("probability", \.probability, meaning: "The same until it leaves."),
        .share(
          "reacquisition_probability", \.reacquisition,
          meaning: "The probability that a track is confirmed again after that loss."),
      ] + times("lost") { $0.times } + times("reacquired") { $0.reacquisitionTimes })
  }

  private static var lookRadar: Record<LookTimes.Radar> {
    [
      .text("station", \.stationID), .duration("in_view", \.inView), .duration("rejected", \.rejected),
      .duration("rejected_at_blind_speed", \.atBlindSpeed),
      .share("detection_probability", \.detection, meaning: "The probability that its own looks detect it."),
    ]
  }

  private static var flightFields: [Field<FlightRow>] {
    [
      .text("id", \.flight.id, heading: "flight", csv: .named("flight"), json: true),
      .text("name", \.flight.name), .text("aircraft", \.flight.aircraft.id),
      .text("strip", \.flight.strip.id, heading: "strip", csv: true, json: true),
      .number("per_day", \.flight.perDay, meaning: "How often it comes."),
      .area(
        "rcs", { $0.flight.target.crossSection * $0.spreadRatio }, json: .squareMetres(9),
        meaning: "Its radar cross section, as stated."),
      Field<FlightRow>.area(
        "rcs_counted", { $0.spreadRatio == 1 ? nil : $0.flight.target.crossSection }, json: .squareMetres(9),
        meaning: "The cross section that counts, the least of its spread; absent where that is the one stated."
      ).inDocumentsIfAny,
      .flag("has_transponder", \.flight.target.hasTransponder), .transponder(\.flight.target),
      .speed("speed", \.flight.speed),
      .clock("departure", \.timeline.departure),
      .clock("landing", \.timeline.landing, csv: .after("ordered_local"), json: true),
      .clock(
        "takeoff", \.timeline.takeoff, heading: "leaves", csv: .after("landing_local"), json: true,
        meaning: "When the aircraft leaves the strip."),
      .clock("exit", \.timeline.exit, meaning: "When it reaches the end of its outbound route."),
      .clock(
        "first_detection", \.timeline.firstDetection, csv: true, json: true,
        meaning:
          "When the first sighting begins; where looks count, when some look has detected it with detection.confidence."
      ),
      .place(\.timeline.firstDetectionPosition?.normalized, prefix: "first_detection_", json: 7),
      .signedDuration(
        "warning", \.timeline.warning, csv: .minutes(2).after("tracked_local"), json: true,
        meaning: "From the track to landing; negative when tracked later."),
      .clock(
        "confirmed", \.timeline.confirmed, csv: .named("tracked"), json: true,
        meaning:
          "When a sighting has lasted as long as confirmation needs; where looks count, when a radar has confirmed a track with detection.confidence."
      ),
      .clock("ordered", \.timeline.ordered, csv: true, json: true, meaning: "When the order to take off is given."),
      .objectIfAny(
        "looks", looks, meaning: "What looks come to, as distributions; absent where looks do not count.",
        \.timeline.looks),
      .list(
        "sightings", sighting,
        meaning:
          "Spans in which radars see it, each for its revisit or longer; where looks count, spans in which they cover it: one look detects it with detection.probability or more.",
        \.timeline.sightings),
      .list(
        "glimpses", sighting,
        meaning:
          "Spans in which a radar has it in view for less than its revisit: they count for nothing, but where looks count their looks do.",
        \.timeline.glimpses),
      .list(
        "tracks", span,
        meaning:
          "From each confirmation until the last sight and the track memory after it; where looks count, spans in which a track is held with detection.confidence.",
        \.timeline.tracks),
      .optionalList(
        "route_floors", route, meaning: "What is seen along its route, about every kilometre; null without terrain.",
        \.routes),
      .optionalObject("inbound_window", span, \.entry.inbound),
      .optionalObject("ground_window", span, \.entry.ground),
      .optionalObject("outbound_window", span, \.entry.outbound),
      .word(Window.Verdict.keys)("verdict", \.entry.verdict.key),
      .text("best_asset", \.entry.bestWindow?.asset.id), .list("assets", window) { row in WindowRow.all(of: row) },
    ]
  }

  static var span: Record<TimeSpan> { Record(spanFields) }

  fileprivate static var spanFields: [Field<TimeSpan>] {
    [.clock("begin", \.begin, json: true), .clock("end", \.end, json: true)]
  }

  /// A span in which radars see a flight.
  static var sighting: Record<Timeline.Sighting> {
    [.inside(spanFields, \.span), .texts("stations", \.stationIDs)]
  }

  /// An asset's part in a flight, in plan.json.
  static var window: Record<WindowRow> { Record(windowFields()) }

  /// A row of windows.csv: the flight and the asset's part.
  /// - Parameters:
  ///   - hasLimits: Whether some meeting is limited: what limits it then stands behind the rest.
  ///   - hasLooks: Whether looks count: what they come to then stands last.
  ///   - isContested: Whether some asset is busy with another flight: the console then shows with which.
  static func flightWindow(hasLimits: Bool = false, hasLooks: Bool, isContested: Bool = false) -> Record<WindowRow> {
    let looks: [Field<WindowRow>] = hasLooks ? [.insideIfAny(lookFields, \.flight.timeline.looks)] : []
    return Record(
      [.inside(flightFields, \.flight)] + windowFields(isContested: isContested) + (hasLimits ? limitFields : [])
        + looks)
  }

  /// A flight and the part of its best asset, of which there may be none.
  fileprivate static func bestWindow(
    hasLimits: Bool, hasLooks: Bool, isContested: Bool
  ) -> Record<(flight: FlightRow, window: WindowRow?)> {
    let looks: [Field<(flight: FlightRow, window: WindowRow?)>] =
      hasLooks ? [.insideIfAny(lookFields, \.flight.timeline.looks)] : []
    let fields = windowFields(isContested: isContested) + (hasLimits ? limitFields : [])
    return Record([.inside(flightFields, \.flight), .insideIfAny(fields, \.window)] + looks)
  }

  private static func windowFields(isContested: Bool = false) -> [Field<WindowRow>] {
    [
      .text("base", \.window.asset.base.id, csv: true, json: .after("asset")),
      .text("asset", \.window.asset.id, heading: "asset", csv: true, json: true),
      .text("aircraft", \.window.asset.aircraft.id, csv: true),
      .flag("best", \.isBest, heading: "best", csv: true),
      .word(Period.words)("period", \.window.period?.rawValue, heading: "by", csv: true, json: true),
      .word(Window.Verdict.keys)("verdict", \.window.verdict.key, heading: "verdict", csv: true, json: true),
      .clock(
        "airborne", \.window.airborne, heading: "airborne", csv: true, json: true,
        meaning: "When the asset takes off."),
      .clock(
        "arrival", \.window.arrival, heading: "arrives", csv: true, json: true,
        meaning: "When the asset is at the strip."),
      .word(ResponseTime.Arrival.words)(
        "arrival", { $0.window.arrival == nil ? nil : $0.window.response?.arrival.rawValue }, heading: "arrival",
        csv: true,
        meaning: "Whether the asset lands at the strip or circles overhead; empty where it never arrives."),
      .signedDuration(
        "slack", \.window.slack, heading: "slack", csv: .minutes(2), console: 1, json: true,
        meaning: "From its arrival to the aircraft’s take-off; negative when it is late."),
      .duration(
        "response", \.window.response?.total, csv: .minutes(2), json: true, meaning: "From the order to its arrival."),
      .length("distance", \.window.response?.distance, csv: .kilometres(3)),
      .count("intercepts", \.window.intercepts.count, csv: true),
      .texts("intercept_spans", { $0.window.intercepts.map(\.words) }, heading: "can meet it in flight", csv: true),
      .count("untracked_intercepts", \.window.untracked.count, csv: true),
      .texts("untracked_spans", { $0.window.untracked.map(\.words) }, csv: true),
      .clock(
        "mission_end", \.window.missionEnd, csv: true, json: true, meaning: "When the aircraft that is sent is back."),
      .text(
        "busy_with", \.window.duty?.flightID, heading: isContested ? "busy with" : nil, csv: true, json: true,
        meaning: "The flight that its first aircraft to be free serves."),
      .clock("busy_until", \.window.duty?.until, heading: isContested ? "until" : nil, csv: true, json: true),
      .list(
        "intercepts", intercept, meaning: "Where it can meet the aircraft within the border while it is tracked.",
        \.window.intercepts),
      .list(
        "untracked_intercepts", intercept, meaning: "Meetings that nobody tracks: they count for nothing.",
        \.window.untracked),
      Field.optionalList(
        "limited_meetings", limitedMeeting,
        meaning:
          "Where it could be at the same time as the aircraft, but beyond the border, over an area closed to pursuit "
          + "or above its ceiling: they count for nothing.",
        { $0.window.limited.isEmpty ? nil : $0.window.limited }
      ).inDocumentsIfAny,
      Field.flag(
        "is_slower", { $0.window.isSlower && !$0.window.intercepts.isEmpty ? true : nil }, json: true,
        meaning: "That it is slower than the aircraft: it can be in its way, but not follow it."
      ).inDocumentsIfAny,
    ]
  }

  /// What tables say of meetings that something limits.
  private static var limitFields: [Field<WindowRow>] {
    [
      .count("limited_meetings", \.window.limited.count, csv: true),
      .texts(
        "limited_spans", { $0.window.limited.map(\.words) }, csv: true,
        meaning:
          "When, why and from where on it could be where the aircraft is, but does not count: beyond_border, closed_area, "
          + "above_ceiling."),
      .text(
        "limits", { row in row.window.limitsAtOnce.map(\.rawValue).joined(separator: ", ") }, heading: "limited by",
        csv: .named("limited_by")),
      .flag("slower", \.window.isSlower, csv: true),
    ]
  }

  /// A span in which an asset could be where the aircraft is, and why it is no meeting.
  static var limitedMeeting: Record<Window.LimitedMeeting> {
    [
      .inside(spanFields, \.span), .place(\.first.normalized, prefix: "begin_", json: 7),
      .place(\.last.normalized, prefix: "end_", json: 7), .flag("is_inbound", \.isInbound),
      .texts("limits") { row in row.inOrder.map(\.rawValue) },
    ]
  }

  /// A span in which an asset could be where the aircraft is.
  static var intercept: Record<Window.Intercept> {
    [
      .inside(spanFields, \.span), .place(\.first.normalized, prefix: "begin_", json: 7),
      .place(\.last.normalized, prefix: "end_", json: 7), .flag("is_inbound", \.isInbound),
      .flag("is_tracked_at_begin", \.isTracked),
    ]
  }
}

extension Window.Intercept {
  /// `06:01:12-06:20:45 inbound`.
  fileprivate var words: String {
    "\(span.begin.clockSecondsText)-\(span.end.clockSecondsText) \(isInbound ? "inbound" : "outbound")"
  }
}

extension Plan {
  /// The flights with what is seen along their routes.
  var flightRows: [FlightRow] {
    let routes = terrain?.routes ?? []
    return flights.enumerated().map { index, entry in
      FlightRow(
        entry: entry,
        routes: routes.indices.contains(index) ? RouteRow.all(of: entry, routes[index]) : nil,
        spreadRatio: scenario.spreadRatio)
    }
  }

  /// Every flight against every asset: who is at the strip when, with how much to spare, and where it can be met before.
  ///
  /// The warning is from the track to landing. An asset is `busy` when all its aircraft serve other flights at the order;
  /// `mission_end_local` is when the aircraft that is sent returns. `intercepts` are meetings in flight within the border while
  /// the aircraft is tracked; meetings without a track are listed separately and do not count. Where an asset could be at the
  /// same time as an aircraft beyond the border, over an area closed to pursuit or above its ceiling, `limited_spans` says so.
  ///
  /// Times are local; a time on the day after the departure's, or the day before, says so.
  public var windowTable: ReportTable { windowRecord.table(flightRows.flatMap(WindowRow.all)) }

  private var windowRecord: Record<WindowRow> {
    Records.flightWindow(hasLimits: hasLimitedMeetings, hasLooks: scenario.detection != nil, isContested: isContested)
  }

  /// One row per flight of ``windowTable``: its best asset, or its verdict with no asset where none comes near to a meeting.
  public var bestWindowTable: ReportTable {
    let rows = flightRows.map { flight in (flight: flight, window: WindowRow.all(of: flight).first(where: \.isBest)) }
    let record = Records.bestWindow(
      hasLimits: hasLimitedMeetings, hasLooks: scenario.detection != nil, isContested: isContested)
    return record.table(rows).filling(
      "verdict", rows.map { .text($0.flight.entry.verdict.key) })
  }
}
