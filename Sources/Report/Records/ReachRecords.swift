internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// A row of reach.csv: what a subject reaches within a limit.
  static var reachShare: Record<Reach.Share> {
    [
      .word(ReachSubject.kinds)("subject", \.subject.kind, heading: "who", csv: true)
        .page(.inReachWho) { row, say in row.subject.html(say) },
      .text("subject_id", \.subject.id, heading: "id", csv: true),
      .word(Period.words)("period", \.period.rawValue, heading: "period", csv: true)
        .page(.period) { row, say in "\(say(row.period.phrase))" },
      .duration("limit", \.limit, heading: "within", csv: .minutes(4), console: 0, page: .inReachLimit),
      .area(
        "area_reached", { Area.squareMetres($0.area.reached) }, heading: "area", csv: .squareKilometres(3), console: 0,
        meaning: "Cells whose centre is reached, on the ellipsoid; unknown ground is not reached."),
      .share(
        "area_share", \.area.share, heading: "of it", csv: true, console: 3,
        meaning: "Of the whole area, unknown ground included; missing where the area is empty."
      )
      .page(.inReachArea, isNumeric: true) { row, _ in "\(row.area.share?.percent ?? "–")" },
      .number(
        "demand_reached", \.demand.reached, heading: "demand", csv: true, console: 0,
        meaning: "Weights of the demand points that are reached."),
      .share(
        "demand_share", \.demand.share, heading: "of it", csv: true, console: 3,
        meaning: "Of the sum of all weights; missing where that is zero."
      )
      .page(.inReachDemand, isNumeric: true) { row, _ in "\(row.demand.share?.percent ?? "–")" },
      .count("strips_reached", { Int(clamping: $0.strips.reached) }, heading: "strips", csv: true),
      .share("strips_share", \.strips.share, heading: "of them", csv: true, console: 3)
        .page(.inReachStrips, isNumeric: true) { row, _ in "\(row.strips.share?.percent ?? "–")" },
    ]
  }

  /// A row of reach_places.csv: who is first at a strip or demand point.
  static var reachPlace: Record<Reach.PlaceReach> {
    [
      .word(Reach.Place.kinds)("place", \.place.kind, heading: "place", csv: true, gis: true),
      .text("place_id", \.place.id, heading: "id", csv: true, gis: true)
        .page(.inReachPlace) { row, _ in Called.html(row.place.name, row.place.id) },
      .text("place_name", \.place.name, csv: true, gis: true),
      .place(\.place.position, csv: 6),
      .number("weight", \.place.weight, heading: "weight", csv: true, console: 0, gis: true),
      .word(Period.words)("period", \.period.rawValue, heading: "period", csv: true, gis: true)
        .page(.period) { row, say in "\(say(row.period.phrase))" },
      .text("base", \.first?.asset.base.id, heading: "best base", csv: true, gis: true, page: .inReachBestBase),
      .text("asset", \.first?.asset.id, heading: "asset", csv: true, gis: true, page: .inReachAsset),
      .duration(
        "time", \.first?.time, heading: "after", csv: .minutes(4), console: 1, gis: .minutes(4),
        meaning: "From the order to arrival; missing where nobody gets there."
      )
      .page(.inReachTime, isNumeric: true) { row, say in
        "\(row.first?.time.minutesText ?? say(row.isUnknown ? .inReachUnknown : .inReachNobody))"
      },
      .duration("limit", \.limit, heading: "within", csv: .minutes(4), console: 0, gis: .minutes(4)),
      .text("next_base", \.second?.asset.base.id, heading: "next base", csv: true, gis: true, page: .inReachNextBase),
      .text("next_asset", \.second?.asset.id, csv: true, gis: true),
      .duration(
        "next_time", \.second?.time, heading: "after", csv: .minutes(4), console: 1, gis: .minutes(4),
        page: .inReachTime, meaning: "The first from another base: who comes when the best base is out."),
      .duration("growth", \.growth, heading: "longer", csv: .minutes(4), console: 1, gis: .minutes(4)),
      .flag("ground_unknown", \.isUnknown, csv: true, gis: true),
    ]
  }

  /// A row of reach_without.csv: what is lost without a base.
  static var reachLoss: Record<Reach.Loss> {
    [
      .text("base", \.base.id, heading: "without", csv: true)
        .page(.inReachWithout) { row, _ in Called.html(row.base.name, row.base.id) },
      .word(Period.words)("period", \.period.rawValue, heading: "period", csv: true)
        .page(.period) { row, say in "\(say(row.period.phrase))" },
      .duration("limit", \.limit, heading: "within", csv: .minutes(4), console: 0, page: .inReachLimit),
      .area("area_left", { Area.squareMetres($0.area.reached) }, csv: .squareKilometres(3)),
      .share("area_share_left", \.area.share, heading: "area", csv: true, unit: "left", console: 3),
      .share(
        "area_share_lost", { loss in loss.area.total > 0 ? min(loss.lostArea / loss.area.total, 1) : nil },
        heading: "area", csv: true, unit: "lost", console: 3
      )
      .page(.inReachAreaLost, isNumeric: true) { row, _ in
        "\(row.area.total > 0 ? (row.lostArea / row.area.total).percent : "–")"
      },
      .number("demand_left", \.demand.reached, csv: true),
      .share("demand_share_left", \.demand.share, heading: "demand", csv: true, unit: "left", console: 3),
      .share(
        "demand_share_lost", { loss in loss.demand.total > 0 ? min(loss.lostDemand / loss.demand.total, 1) : nil },
        heading: "demand", csv: true, unit: "lost", console: 3
      )
      .page(.inReachDemandLost, isNumeric: true) { row, _ in
        "\(row.demand.total > 0 ? (row.lostDemand / row.demand.total).percent : "–")"
      },
      .count("strips_left", { Int(clamping: $0.strips.reached) }, csv: true),
      .share("strips_share_left", \.strips.share, csv: true),
      .texts("strips_lost", \.lostStrips, heading: "strips lost", csv: true)
        .page(.inReachStripsLost) { row, _ in "\(row.lostStrips.isEmpty ? "–" : row.lostStrips.joined(separator: ", "))"
        },
      .texts("demand_points_lost", \.lostPoints, csv: true),
    ]
  }

  /// A row of reach_fallen.csv: a place that falls beyond a limit without a base.
  static var reachFallen: Record<ReachFallenRow> {
    [
      .text("base", \.loss.base.id, heading: "without", csv: true),
      .word(Period.words)("period", \.loss.period.rawValue, heading: "period", csv: true),
      .duration("limit", \.loss.limit, heading: "beyond", csv: .minutes(4), console: 0),
      .word(Reach.Place.kinds)("place", \.fallen.place.kind, heading: "place", csv: true),
      .text("place_id", \.fallen.place.id, heading: "id", csv: true),
      .number("weight", \.fallen.place.weight, csv: true),
      .duration("time", \.fallen.before, heading: "with it", csv: .minutes(4), console: 1),
      .duration(
        "time_without", \.fallen.after, heading: "without", csv: .minutes(4), console: 1,
        meaning: "Missing where nobody else gets there."),
      .duration(
        "growth", { row in row.fallen.after.map { $0 - row.fallen.before } }, heading: "longer", csv: .minutes(4),
        console: 1),
    ]
  }

  /// A row of the layer `isochrones`.
  static var isochrone: Record<IsochroneRow> {
    [
      .word(ReachSubject.kinds)("subject", \.subject.kind, gis: true),
      .text("subject_id", \.subject.id, gis: true),
      .word(Period.words)("period", \.period.rawValue, gis: true),
      .duration("limit", \.limit, gis: .minutes(4)),
      .area("area", \.area, gis: .squareKilometres(3)),
    ]
  }

  /// reach.json, and the object `reach` of plan.json.
  static var reachAnswer: Record<ReachReport> {
    [
      .json("limits_min", schema: .list(of: .amount)) { report in
        .array(report.reach.question.limits.map { .number($0.inMinutes, decimals: 4) })
      },
      .texts("periods", { $0.reach.question.periods.map(\.rawValue) }),
      .flag(
        "routed", \.reach.question.isRouted, meaning: "Whether flights go over the terrain; else along geodesics."),
      .text("purchase", \.reach.question.purchase?.id),
      .word(ReachArea.Origin.allCases.map(\.rawValue))("area", \.reach.area.origin.rawValue),
      .area("area_total", { Area.squareMetres($0.reach.area.squareMetres) }, json: .squareKilometres(3)),
      .area("area_unknown", { Area.squareMetres($0.reach.unknownSquareMetres) }, json: .squareKilometres(3)),
      .count("rows", \.reach.area.frame.rows), .count("columns", \.reach.area.frame.columns),
      .angle("step_east", { Angle.degrees($0.reach.area.frame.stepX) }),
      .angle("step_north", { Angle.degrees(abs($0.reach.area.frame.stepY)) }),
      .texts("assumed", \.reach.assumed), .texts("notes", \.reach.notes),
      .rows("shares", reachShare, \.table),
      .rows("places", reachPlace, \.placeTable),
      .rows("without", reachLoss, \.lossTable),
      .rows("fallen", reachFallen, \.fallenTable),
    ]
  }
}
