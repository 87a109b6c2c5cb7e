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
  /// - Parameters:
  ///   - hasLooks: Whether looks count: then probabilities stand for the lengths of exposure.
  ///   - names: The names of radars by their ids, for the page.
  static func way(isSmooth: Bool, hasLooks: Bool, names: [String: String] = [:]) -> Record<LeakRow> {
    Record(
      wayHead + (hasLooks ? wayChances : wayExposure) + waySeen(hasLooks) + wayRest(isSmooth, names, hasLooks: hasLooks)
    )
  }

  private static var wayHead: [Field<LeakRow>] {
    [
      .text("strip", \.entry.strip.id, heading: "strip", csv: true, gis: true)
        .page(.strip) { row, _ in Called.html(row.entry.strip.name, row.entry.strip.id) },
      .text("strip_name", \.entry.strip.name, csv: true, gis: true),
    ]
  }

  private static var wayExposure: [Field<LeakRow>] {
    [
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
    ]
  }

  /// What looks come to, as probabilities.
  private static var wayChances: [Field<LeakRow>] {
    [
      .share(
        "least_detection", \.entry.chance?.detection, heading: "least P", csv: true, unit: "detected", console: 3,
        gis: true,
        meaning: "The least probability of any route that a look detects the aircraft; missing where no route leads."
      )
      .page(.leastDetection, isNumeric: true) { row, say in
        guard row.way == nil else { return "\(row.entry.chance?.detection.percent ?? "–")" }
        return "\(say(row.entry.isBehindUnknown ? .onlyOverUnknown : .noWay))"
      },
      .share(
        "least_detection_bound", \.entry.chance?.detectionBound, heading: "at least", csv: true, unit: "detected",
        console: 3, gis: true, meaning: "On no route over the grid is the probability less."
      )
      .page(.bound, isNumeric: true) { row, _ in "\(row.entry.chance?.detectionBound.percent ?? "–")" },
      .number(
        "look_sum", \.entry.chance?.exposure, csv: true, gis: true,
        meaning: "The sum of -ln(1 - p) over the looks of that route, p the probability that a look detects."),
      .share(
        "detection_probability", \.way?.looks?.detection, heading: "this route", csv: true, unit: "P detected",
        console: 3, gis: true, meaning: "The probability that a look detects the aircraft on this route."
      )
      .page(.detectedOnWay, isNumeric: true) { row, _ in "\(row.way?.looks?.detection.percent ?? "–")" },
      .share(
        "track_probability", \.way?.looks?.track, heading: "this route", csv: true, unit: "P tracked", console: 3,
        gis: true, meaning: "The probability that a radar confirms a track of it."
      )
      .page(.trackedOnWay, isNumeric: true) { row, _ in "\(row.way?.looks?.track.percent ?? "–")" },
    ]
  }

  private static func waySeen(_ hasLooks: Bool) -> [Field<LeakRow>] {
    let unit = hasLooks ? "km covered" : "km seen"
    return [
      .length(
        "seen", \.way?.seen, heading: "this route", csv: .kilometres(3), unit: unit, console: 1,
        gis: .kilometres(3), page: hasLooks ? .coveredOnWay : .seenOnWay),
      .length(
        "seen_by_two", \.way?.seenByTwo, heading: "by two", csv: .kilometres(3), unit: unit, console: 1,
        gis: .kilometres(3)),
    ]
  }

  private static func wayRest(_ isSmooth: Bool, _ names: [String: String], hasLooks: Bool) -> [Field<LeakRow>] {
    [
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
        "first_seen_before", \.way?.firstSeenBefore, heading: hasLooks ? "detected" : "first seen", csv: .kilometres(3),
        unit: "km before",
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
        "radars", { $0.entry.isBehindUnknown ? "reached only over unknown ground" : $0.radars },
        heading: hasLooks ? "detected by" : "seen by", csv: true, gis: true
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
  ///   - hasLooks: Whether looks count: then gains are probabilities.
  static func closure(
    currency: String = "", strips: [String] = [], hasLooks: Bool
  ) -> Record<ClosureRow> {
    let gains = hasLooks ? closureChances : closureGains
    let left = strips.enumerated().map { hasLooks ? detection($0, $1) : exposure($0, $1) }
    return Record(closureHead(currency) + gains + [closureStrips] + left)
  }

  private static var closureStrips: Field<ClosureRow> {
    .count(
      "strips_gained", \.closure.stripsGained, heading: "strips", csv: true, unit: "with more", gis: true,
      page: .stripsMore)
  }

  private static func closureHead(_ currency: String) -> [Field<ClosureRow>] {
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
    ]
  }

  private static var closureChances: [Field<ClosureRow>] {
    [
      .anyNumber(
        "worst_detection_gain", \.closure.worstDetectionGain, heading: "worst strip", csv: true, unit: "P more",
        console: 3, gis: true,
        meaning: "By how much the least probability of detection of the strip where it is least grows."
      )
      .page(.worstStripMore, isNumeric: true) { row, _ in "\(row.closure.worstDetectionGain.percent)" },
      .anyNumber(
        "mean_detection_gain", \.closure.meanDetectionGain, heading: "mean", csv: true, unit: "P more", console: 3,
        gis: true
      )
      .page(.meanMore, isNumeric: true) { row, _ in "\(row.closure.meanDetectionGain.percent)" },
    ]
  }

  private static var closureGains: [Field<ClosureRow>] {
    [
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
    ]
  }

  private static func exposure(_ index: Int, _ strip: String) -> Field<ClosureRow> {
    .length("exposure_\(strip)", { $0.closure.exposures[index] }, csv: .kilometres(3))
  }

  private static func detection(_ index: Int, _ strip: String) -> Field<ClosureRow> {
    .share("least_detection_\(strip)", { $0.closure.detections[index] }, csv: true)
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
      .length("mean_exposure", \.leak.mean, json: .kilometres(3)),
      Field<LeakReport>.share(
        "worst_detection", \.leak.worst?.chance?.detection, json: true,
        meaning: "Where looks count: the least probability of detection of the strip where it is least."
      ).inDocumentsIfAny,
      Field<LeakReport>.share("mean_detection", \.leak.meanDetection, json: true).inDocumentsIfAny,
      .rows(
        "strips", way(isSmooth: false, hasLooks: false), or: way(isSmooth: false, hasLooks: true),
        meaning: "Where looks count, probabilities stand for lengths of exposure.", \.table),
      .rows(
        "candidates", closure(hasLooks: false), or: closure(hasLooks: true), further: JSON.amount.orNull(),
        meaning:
          "exposure_STRIP_km is the exposure that is left to each strip, least_detection_STRIP the probability where looks count.",
        \.closureTable),
    ]
  }
}
