internal import Coverage
internal import Geodesy
public import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// The least-observed routes as tables, summary and JSON.
public struct LeakReport: Sendable {
  /// What was found.
  public let leak: Leak

  /// A report.
  public init(_ leak: Leak) { self.leak = leak }

  /// One row a strip.
  public var table: ReportTable {
    var table = ReportTable([
      .shown("strip", "strip"), .fileOnly("strip_name"),
      .shown("exposure_km", "exposure", "km", decimals: 3, console: 1),
      .shown("exposure_min", "exposure", "min", decimals: 2, console: 1),
      .shown("bound_km", "at least", "km", decimals: 3, console: 1),
      .shown("seen_km", "this route", "km seen", decimals: 3, console: 1),
      .shown("seen_by_two_km", "by two", "km seen", decimals: 3, console: 1),
      .shown("length_km", "length", "km", decimals: 3, console: 0),
      leak.isSmooth
        ? .fileOnly("unknown_percent", decimals: 2)
        : .shown("unknown_percent", "unknown", "% of it", decimals: 2, console: 0),
      .shown("first_seen_before_km", "first seen", "km before", decimals: 3, console: 1),
      .shown("warning_min", "warning", "min", decimals: 2, console: 0),
      .fileOnly("first_seen_latitude", decimals: 6), .fileOnly("first_seen_longitude", decimals: 6),
      .fileOnly("only_over_unknown"), .shown("radars", "seen by"),
    ])
    for entry in leak.entries {
      let way = entry.way
      table.append([
        .text(entry.strip.id), .text(entry.strip.name), .optional(entry.exposure?.kilometres),
        .optional(entry.exposure.map(minutes)), .optional(entry.bound?.kilometres), .optional(way?.seen.kilometres),
        .optional(way?.seenByTwo.kilometres), .optional(way?.length.kilometres),
        .optional(way.map { $0.unknownShare * 100 }), .optional(way?.firstSeenBefore?.kilometres),
        .optional(way?.trackedBefore.map(minutes)), .optional(way?.firstSeen?.latitudeDegrees),
        .optional(way?.firstSeen?.longitudeDegrees), .flag(entry.isBehindUnknown),
        entry.isBehindUnknown
          ? .text("reached only over unknown ground")
          : .optional(way.map { $0.radars.joined(separator: ", ") }),
      ])
    }
    return table
  }

  /// One row an option, the one that closes the widest gap first.
  public var closureTable: ReportTable {
    let currency = leak.closures.first?.option.price?.base.currency ?? ""
    var table = ReportTable(
      [
        .shown("rank", "#"), .shown("site", "site"), .fileOnly("site_name"), .shown("type", "type"),
        .fileOnly("type_name"), .fileOnly("latitude", decimals: 6), .fileOnly("longitude", decimals: 6),
        .shown("price_m", "price", "\(currency) M", decimals: 6, console: 2),
        .shown("strips_unseen", "strips", "unseen"),
        .shown("worst_gain_km", "worst strip", "km more", decimals: 3, console: 1),
        .shown("mean_gain_km", "mean", "km more", decimals: 3, console: 1),
        .shown("mean_gain_km_per_million", "mean km", "per million", decimals: 6, console: 2),
        .shown("strips_gained", "strips", "with more"),
      ] + leak.entries.map { .fileOnly("exposure_\($0.strip.id)_km", decimals: 3) })
    for (index, closure) in leak.closures.enumerated() {
      let (site, type) = (closure.option.site, closure.option.type)
      let price = closure.option.price?.base.millions
      table.append(
        [
          .integer(index + 1), .text(site.id), .text(site.name), .text(type.id), .text(type.name),
          .number(site.position.latitudeDegrees), .number(site.position.longitudeDegrees),
          .optional(price), .integer(closure.stripsUnseen),
          .number(closure.worstGain.kilometres), .number(closure.meanGain.kilometres),
          .optional(price.flatMap { $0 > 0 ? closure.meanGain.kilometres / $0 : nil }), .integer(closure.stripsGained),
        ] + closure.exposures.map { .optional($0?.kilometres) })
    }
    return table
  }

  private func minutes(_ length: Length) -> Double {
    length.metres / leak.question.speed.metresPerSecond / 60
  }

  /// The answer in a few lines.
  public var summary: String {
    let question = leak.question
    let target =
      question.target.crossSection.crossSectionText
      + (question.target.hasTransponder ? " with transponder" : " without transponder")
    let ceiling = question.ceiling.map { ", ceiling \($0.heightText)" } ?? ""
    var lines = [
      (
        "Aircraft",
        "from \(leak.origin.rawValue) at \(heights)\(question.heights.count > 1 ? ", whichever is seen least" : ""), "
          + "\(question.speed.text)\(ceiling), target \(target)"
      ),
      ("Network", "\(leak.stations.count.counted("radar"))\(question.purchase.map { ", with \($0.id)" } ?? "")"),
      (
        "Model",
        "\(Double(leak.cells).grouped) cells of \(leak.step.text), "
          + (leak.isSmooth
            ? "over a smooth Earth: what is seen is an estimate" : "each looked at in 9 places over terrain")
      ),
    ]
    if let line = unknownLine(rest: "the table") { lines.append(("Unknown", line)) }
    lines.append(("Worst", worst(rest: "the table")))
    if let best = leak.closures.first, isClosedByAny {
      lines.append(
        (
          "Closes",
          "\(best.option.id)\(best.option.price.map { " (\($0.base.text))" } ?? ""): \(unseen(with: best))the worst strip \(best.worstGain.text) more, the mean "
            + "\(best.meanGain.text) more, at \(best.stripsGained.counted("strip"))"
        ))
    } else if !leak.closures.isEmpty {
      lines.append(("Closes", "none of \(leak.closures.count.counted("option")) changes a strip by itself"))
    }
    return lines.reduce(into: "") { $0 += SummaryText.wrapped($1.1, title: $1.0) }
  }

  /// The strips to which ways lead over unknown ground only, or the share of the ways that does; nil for neither.
  private func unknownLine(rest: String) -> String? {
    let ids = leak.behindUnknown.map(\.id)
    if !ids.isEmpty {
      return
        "\(ids.count) of \(leak.entries.count.counted("strip")) can be reached only over unknown ground, which is closed to routes: "
        + SummaryText.list(ids, separator: ", ", most: 12, rest: rest)
    }
    let ways = leak.entries.compactMap(\.way)
    guard let most = ways.map(\.unknownShare).max(), most >= 0.005 else { return nil }
    return "up to \((most * 100).fixed(0)) % of a route’s length lies over unknown ground, where nothing is seen"
  }

  /// Whether some option alone changes what is seen of the routes to a strip.
  private var isClosedByAny: Bool {
    leak.closures.contains { $0.meanGain > .zero || $0.worstGain > .zero || $0.stripsUnseen < leak.unseen.count }
  }

  /// How many strips stay open to ways that nobody sees; nothing where none is today.
  private func unseen(with closure: Leak.Closure) -> String {
    let today = leak.unseen.count
    return today == 0 ? "" : "\(closure.stripsUnseen) of \(today) strips still reached unseen, "
  }

  /// The strip that is reached seen least, or those that are reached unseen.
  private func worst(rest: String) -> String {
    guard let worst = leak.worst, let exposure = worst.exposure, let bound = worst.bound, let mean = leak.mean else {
      return leak.behindUnknown.isEmpty
        ? "no strip can be reached at this height" : "no strip can be reached over known ground"
    }
    let unseen = leak.unseen.map(\.id)
    if unseen.count == leak.entries.count { return "every strip can be reached unseen" }
    let ids = SummaryText.list(unseen, separator: ", ", most: 12, rest: rest)
    let reached = leak.entries.count { $0.exposure != nil }
    let counted =
      reached == leak.entries.count
      ? "all strips" : "the \(reached) of \(leak.entries.count) strips that a route reaches"
    return
      (unseen.isEmpty
      ? "\(worst.strip.id): seen on \(exposure.text), \(minutesText(exposure)), and on no route on less than \(bound.text)"
      : "\(unseen.count) of \(leak.entries.count.counted("strip")) can be reached unseen: \(ids)")
      + "; mean of \(counted) \(mean.text), \(minutesText(mean))"
  }

  /// The line of a plan's summary.
  var line: String {
    let unknown = unknownLine(rest: "plan.json").map { "; \($0)" } ?? ""
    return "from \(leak.origin.rawValue) at \(heights): \(worst(rest: "plan.json"))\(unknown)"
  }

  private var heights: String { leak.question.heights.map(\.leakText).joined(separator: ", ") }

  private func minutesText(_ length: Length) -> String {
    leak.question.time(along: length).text
  }

  /// The summary and the tables.
  /// - Parameter closures: How many options are shown; the files hold all.
  public func text(closures: Int) -> String {
    var text = summary + "\n" + table.text()
    var shown = closureTable
    shown.keep(first: closures)
    if !shown.rows.isEmpty, isClosedByAny {
      text +=
        "\nRadars that close the widest gaps: by the fewest strips still reached unseen, then by the worst strip, then by the mean\n"
        + shown.text()
    }
    return text
  }

  /// Everything, for programs; what is not known is null.
  public var json: String { jsonValue.text }

  var jsonValue: JSON {
    let question = leak.question
    return .object([
      "heights": .array(question.heights.map { .string($0.leakText) }),
      "speed_km_h": .number(question.speed.kilometresPerHour, decimals: 3),
      "ceiling_m": question.ceiling.map { .number($0.metres, decimals: 1) } ?? .null,
      "target_rcs_m2": .number(question.target.crossSection.squareMetres, decimals: 6),
      "target_transponder": .bool(question.target.hasTransponder),
      "purchase": question.purchase.map { .string($0.id) } ?? .null,
      "origin": .string(leak.origin.rawValue),
      "cells": .integer(leak.cells),
      "step_km": .number(leak.step.kilometres, decimals: 6),
      "smooth_earth": .bool(leak.isSmooth),
      "ways_over_unknown": .string(question.unknown.rawValue),
      "worst_strip": leak.worst.map { .string($0.strip.id) } ?? .null,
      "worst_exposure_km": leak.worst?.exposure.map { .number($0.kilometres, decimals: 3) } ?? .null,
      "mean_exposure_km": leak.mean.map { .number($0.kilometres, decimals: 3) } ?? .null,
      "strips": table.jsonValue,
      "candidates": closureTable.jsonValue,
    ])
  }
}

extension Altitude {
  /// `150 m above ground`, `2400 m above sea level`.
  var leakText: String {
    switch self {
    case .aboveGround(let height): "\(height.heightText) above ground"
    case .aboveSeaLevel(let height): "\(height.altitudeText) above sea level"
    }
  }
}
