internal import Coverage
internal import Geodesy
internal import Interception
public import Planning
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// How far out flights to a strip must be seen, by day or by night: a row of required.csv.
  static var required: Record<RequiredDetection> {
    [
      .text("strip", \.strip.id, heading: "strip", csv: true, json: true)
        .page(.strip) { row, _ in Called.html(row.strip.name, row.strip.id) },
      .text("strip_name", \.strip.name, csv: true),
      .text(
        "flight", \.flight.id, heading: "flight", csv: true, json: true, page: .flight,
        meaning: "The most demanding flight to the strip."),
      .word(Period.words)("period", \.period.rawValue, heading: "by", csv: true, json: true)
        .page(.period) { row, say in "\(say(row.period.phrase).replacing(" ", with: "\u{00A0}"))" },
      .text(
        "asset", \.asset?.id, heading: "asset that needs least", csv: true, json: true,
        meaning: "The asset that needs the least warning."
      )
      .page(.asset) { row, say in row.asset.map { Called.html($0) } ?? "\(say(.nobody))" },
      .duration(
        "chain", \.chain, heading: "chain", csv: .minutes(2), json: true, page: .chain,
        meaning: "From the first detection to the asset’s arrival: confirmation, decision, readiness, flight."),
      .signedDuration(
        "lead_time", \.leadTime, heading: "see before", csv: .minutes(2), json: true, page: .seeBefore,
        meaning: "The chain less the time on the ground; negative when the flight may be seen after landing."),
      .length(
        "along_route", \.alongRoute, heading: "along route", csv: .kilometres(3), json: true, page: .alongRoute,
        meaning: "How far before the strip, along the route, the flight must be seen."),
      .length(
        "direct", \.direct, heading: "direct", csv: .kilometres(3), json: true,
        meaning: "The geodesic distance of that point."
      )
      .page(.direct, isNumeric: true) { row, say in
        row.isBeforeOrigin ? "\(say(.beforeItStarts))" : "\(row.direct?.text ?? "–")"
      },
      .flag(
        "before_origin", \.isBeforeOrigin, heading: "before its route", csv: true, json: .named("is_before_origin"),
        meaning: "Whether it would have to be seen before its route begins."),
      .signedLength(
        "seen", \.seenAlongRoute, heading: "seen", csv: .kilometres(3), json: .named("seen_along_route"),
        meaning:
          "How far before the strip the sighting begins that makes the track; where looks count, where it is a confirmation before the track."
      )
      .page(.seenAt, isNumeric: true) { row, say in "\(row.seenText(say))" },
      .flag(
        "met", \.isMet, heading: "far enough", csv: true, json: .named("is_met"),
        meaning:
          "Whether it is seen, or where looks count tracked, far enough out for long enough; not whether an asset is there."
      ),
      .place(\.point?.normalized, prefix: "point_", csv: 6, json: 7),
      .optionalObject(
        "over_terrain", requiredSight, meaning: "What the network sees at that point; null without terrain.", \.sight),
    ]
  }

  /// What the network sees where a flight must be seen.
  static var requiredSight: Record<RequiredDetection.PointSight> {
    [
      .signedLength("altitude_amsl", \.altitude, csv: .metres(1), json: .named("aircraft_amsl")),
      .signedLength("floor_amsl", \.floor.lowest, csv: .metres(1), json: .named("lowest_seen_amsl")),
      .signedLength("ground_amsl", \.floor.ground, csv: .metres(1), json: .after("aircraft_amsl_m")),
      .signedLength("second_seen_amsl", \.floor.second),
      .flag(
        "seen_there", \.isSeen, csv: true, json: .named("is_seen"),
        meaning:
          "Whether a radar sees it there; where looks count, whether one look of a radar detects it with detection.probability."
      ),
    ]
  }
}

extension RequiredDetection {
  /// How far before the strip the sighting that becomes the track begins; nil when there is none before landing.
  var seen: Length? { seenAlongRoute.flatMap { $0 > .zero ? $0 : nil } }

  fileprivate func seenText(_ say: ReportLanguage) -> String {
    seen?.text ?? say(seenAlongRoute == nil ? .never : .afterLanding)
  }
}

extension Plan {
  /// How far out each strip's most demanding flight must be seen by day and by night, for the asset that needs the least
  /// warning; how far out the network sees it long enough for a track; and over terrain what it sees at that point.
  public var requiredTable: ReportTable { Records.required.table(requiredDetections) }
}
