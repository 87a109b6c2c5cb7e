internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// A row of leak.csv and of the layer `ways`.
  /// - Parameter names: The names of radars by their ids, for the page.
  static func way(isSmooth: Bool, names: [String: String] = [:]) -> Record<LeakRow> {
    [
      .text("strip", \.entry.strip.id, heading: "strip", csv: true, gis: true)
        .page(.strip) { row, _ in Called.html(row.entry.strip.name, row.entry.strip.id) },
      .text("strip_name", \.entry.strip.name, csv: true, gis: true),
      .length(
        "exposure", \.entry.exposure, heading: "exposure", csv: .kilometres(3), console: 1, gis: .kilometres(3),
        meaning: "The least length of any route on which a radar sees the aircraft; missing where no route leads."
      )
      .page(.exposure, isNumeric: true) { row, say in
        guard row.way == nil else { return "\(row.entry.exposure?.text ?? "–")" }
        return "\(say(row.entry.isBehindUnknown ? .onlyOverUnknown : .noWay))"
      },
      .duration(
        "exposure", { $0.time($0.entry.exposure) }, heading: "exposure", csv: .minutes(2), console: 1, gis: .minutes(2)),
      .length(
        "bound", \.entry.bound, heading: "at least", csv: .kilometres(3), console: 1, gis: .kilometres(3),
        page: .bound, meaning: "No route over the grid is seen on less."),
      .length(
        "seen", \.way?.seen, heading: "this route", csv: .kilometres(3), unit: "km seen", console: 1,
        gis: .kilometres(3), page: .seenOnWay),
      .length(
        "seen_by_two", \.way?.seenByTwo, heading: "by two", csv: .kilometres(3), unit: "km seen", console: 1,
        gis: .kilometres(3)),
      .length("length", \.way?.length, heading: "length", csv: .kilometres(3), gis: .kilometres(3), page: .wayLength),
      .number(
        "unknown", \.way?.unknownShare, heading: isSmooth ? nil : "unknown", csv: .percent(2), unit: "% of it",
        gis: .percent(2)
      )
      .page(.overUnknown, isNumeric: true) { row, _ in
        guard let share = row.way?.unknownShare else { return "–" }
        return "\((share * 100).fixed(0)) %"
      },
      .length(
        "first_seen_before", \.way?.firstSeenBefore, heading: "first seen", csv: .kilometres(3), unit: "km before",
        console: 1, gis: .kilometres(3), meaning: "How far before the strip it is detected first."
      )
      .page(.firstSeenBefore, isNumeric: true) { row, say in
        "\(row.way.map { $0.firstSeenBefore?.text ?? say(.never) } ?? "–")"
      },
      .duration(
        "warning", { $0.time($0.way?.trackedBefore) }, heading: "warning", csv: .minutes(2), gis: .minutes(2),
        meaning: "From the track to the strip."
      )
      .page(.warning, isNumeric: true) { row, say in
        "\(row.way.map { row.time($0.trackedBefore)?.text ?? say(.never) } ?? "–")"
      },
      .place(\.way?.firstSeen, prefix: "first_seen_", csv: 6),
      .flag("only_over_unknown", \.entry.isBehindUnknown, csv: true),
      .text(
        "radars", { $0.entry.isBehindUnknown ? "reached only over unknown ground" : $0.radars }, heading: "seen by",
        csv: true, gis: true
      )
      .page(.seenBy) { row, _ in
        guard let radars = row.way?.radars, !radars.isEmpty else { return "–" }
        return "\(name: radars.map { Called.short(names[$0] ?? "", $0, most: 40) }.joined(separator: "; "))"
      },
    ]
  }

  /// A row of candidates.csv and of the layer `candidates`.
  /// - Parameters:
  ///   - currency: The currency of prices.
  ///   - strips: The strips, each with a column for its remaining exposure, in the order of the closures.
  static func closure(currency: String = "", strips: [String] = []) -> Record<ClosureRow> {
    Record(closureFields(currency) + strips.enumerated().map(exposure))
  }

  private static func closureFields(_ currency: String) -> [Field<ClosureRow>] {
    [
      .count("rank", \.rank, heading: "#", csv: true, gis: true, page: .order),
      .text("site", \.option.site.id, heading: "site", csv: true, gis: true)
        .page(.site) { row, _ in Called.html(row.option.site.name, row.option.site.id) },
      .text("site_name", \.option.site.name, csv: true),
      .text("type", \.option.type.id, heading: "type", csv: true, gis: true),
      .text("type_name", \.option.type.name, csv: true, page: .type),
      .place(\.option.site.position, csv: 6),
      .money(
        "price", \.price, heading: "price", csv: .millions(6), unit: "\(currency) M", console: 2, gis: .millions()
      )
      .page(.price, isNumeric: true) { row, say in "\(row.price?.text ?? say(.unpriced))" },
      .count(
        "strips_unseen", \.closure.stripsUnseen, heading: "strips", csv: true, unit: "unseen", gis: true,
        page: .stripsUnseen),
      .signedLength(
        "worst_gain", \.closure.worstGain, heading: "worst strip", csv: .kilometres(3), unit: "km more", console: 1,
        gis: .kilometres(3), page: .worstStripMore),
      .signedLength(
        "mean_gain", \.closure.meanGain, heading: "mean", csv: .kilometres(3), unit: "km more", console: 1,
        gis: .kilometres(3), page: .meanMore),
      .anyNumber(
        "mean_gain_km_per_million",
        { row in row.price.flatMap { $0.millions > 0 ? row.closure.meanGain.kilometres / $0.millions : nil } },
        heading: "mean km", csv: .decimals(6), unit: "per million", console: 2),
      .count(
        "strips_gained", \.closure.stripsGained, heading: "strips", csv: true, unit: "with more", gis: true,
        page: .stripsMore),
    ]
  }

  private static func exposure(_ index: Int, _ strip: String) -> Field<ClosureRow> {
    .length("exposure_\(strip)", { $0.closure.exposures[index] }, csv: .kilometres(3))
  }

  /// leak.json, and the object `leak` of plan.json.
  static var leak: Record<LeakReport> {
    [
      .texts("heights", { $0.leak.question.heights.map(\.leakText) }),
      .speed("speed", \.leak.question.speed, json: .kilometresPerHour(3)),
      .signedLength("ceiling", \.leak.question.ceiling, json: .metres(1)),
      .area("target_rcs", \.leak.question.target.crossSection, json: .squareMetres(6)),
      .flag("target_transponder", \.leak.question.target.hasTransponder),
      .text("purchase", \.leak.question.purchase?.id), .word(Leak.Origin.words)("origin", \.leak.origin.rawValue),
      .count("cells", \.leak.cells), .length("step", \.leak.step, json: .kilometres(6)),
      .flag("smooth_earth", \.leak.isSmooth),
      .word(UnknownGround.words)("ways_over_unknown", \.leak.question.unknown.rawValue),
      .text("worst_strip", \.leak.worst?.strip.id),
      .length("worst_exposure", \.leak.worst?.exposure, json: .kilometres(3)),
      .length("mean_exposure", \.leak.mean, json: .kilometres(3)), .rows("strips", way(isSmooth: false), \.table),
      .rows(
        "candidates", closure(), further: JSON.amount.orNull(),
        meaning: "exposure_STRIP_km is the exposure that is left to each strip.", \.closureTable),
    ]
  }
}
