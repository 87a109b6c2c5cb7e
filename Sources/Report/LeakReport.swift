internal import Coverage
public import GeoFiles
internal import Geodesy
internal import Interception
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

  var rows: [LeakRow] { leak.entries.map { LeakRow(entry: $0, question: leak.question) } }
  var closureRows: [ClosureRow] {
    leak.closures.enumerated().map { ClosureRow(rank: $0 + 1, closure: $1) }
  }
  private var closureRecord: Record<ClosureRow> {
    Records.closure(
      currency: leak.closures.first?.option.price?.base.currency ?? "", strips: leak.entries.map(\.strip.id),
      hasLooks: hasLooks)
  }

  /// One row a strip.
  public var table: ReportTable { Records.way(isSmooth: leak.isSmooth, hasLooks: hasLooks).table(rows) }

  /// Whether looks count.
  var hasLooks: Bool { leak.detection != nil }

  /// One row an option, the one that closes the widest gap first.
  public var closureTable: ReportTable { closureRecord.table(closureRows) }

  /// The layers of its GeoPackage.
  var layers: [OutputLayer] { [ways] + (leak.closures.isEmpty ? [] : [candidates]) }

  /// The routes as a layer of lines.
  public var ways: OutputLayer {
    Records.way(isSmooth: leak.isSmooth, hasLooks: hasLooks).layer(
      "ways", "The least-observed route to each strip", .lines,
      rows.compactMap { row in
        guard let way = row.way else { return nil }
        let line = GeodesicLine(way.places.map { Waypoint(position: $0, altitude: .aboveGround(.zero)) })
        let parts = line.split.map { $0.map(\.position) }
        return (row, parts.isEmpty ? nil : .lines(parts))
      })
  }

  /// The options as a layer of points, in the order of their rank.
  public var candidates: OutputLayer {
    Records.closure(hasLooks: hasLooks).layer(
      "candidates", "What one more radar would change", .points,
      closureRows.map { ($0, .point($0.option.site.position)) })
  }

  /// The answer in a few lines.
  public var summary: String {
    let question = leak.question
    let target =
      question.target.crossSection.crossSectionText
      + " " + question.target.transponderText
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
            ? "over a smooth Earth: what is seen is an estimate" : "each sampled in 9 places over terrain")
      ),
    ]
    if let looksText { lines.append(("Looks", looksText)) }
    if let line = unknownLine(rest: "the table") { lines.append(("Unknown", line)) }
    lines.append(("Worst", worst(rest: "the table")))
    if let closesText { lines.append(("Closes", closesText)) }
    return lines.reduce(into: "") { $0 += SummaryText.wrapped($1.1, title: $1.0) }
  }

  /// How looks count; nil where they do not.
  private var looksText: String? {
    leak.detection.map { detection in
      let confidence = DecimalText.text(detection.confidence, decimals: 6) ?? "–"
      return
        "routes are those on which looks are least likely to detect; detected and tracked with probability \(confidence), "
        + "a track after \(detection.track.hits) of \(detection.track.window) looks"
    }
  }

  /// The option that closes the widest gap, and by how much; nil when none was tried.
  private var closesText: String? {
    guard let best = leak.closures.first else { return nil }
    guard isClosedByAny else { return "none of \(leak.closures.count.counted("option")) changes a strip by itself" }
    let (worst, mean) =
      hasLooks
      ? (best.worstDetectionGain.percent, best.meanDetectionGain.percent) : (best.worstGain.text, best.meanGain.text)
    return
      "\(best.option.id)\(best.option.price.map { " (\($0.base.text))" } ?? ""): \(unseen(with: best))the worst strip \(worst) more, the mean "
      + "\(mean) more, at \(best.stripsGained.counted("strip"))"
  }

  /// The strips that can be reached only over unknown ground, or the share of the routes over it; nil for neither.
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

  /// Whether any single option changes what is seen of the routes to a strip.
  private var isClosedByAny: Bool {
    leak.closures.contains {
      $0.meanGain > .zero || $0.worstGain > .zero || $0.stripsUnseen < leak.unseen.count || $0.meanDetectionGain > 0
        || $0.worstDetectionGain > 0
    }
  }

  /// How many strips can still be reached unseen; empty where none can today.
  private func unseen(with closure: Leak.Closure) -> String {
    let today = leak.unseen.count
    return today == 0 ? "" : "\(closure.stripsUnseen) of \(today) strips still reached \(unseenWord), "
  }

  /// What an aircraft is that comes without being detected.
  private var unseenWord: String { hasLooks ? "undetected" : "unseen" }

  /// The same by looks.
  private func worstChance(rest: String) -> String {
    guard let worst = leak.worst, let chance = worst.chance, let mean = leak.meanDetection else {
      return leak.behindUnknown.isEmpty
        ? "no strip can be reached at this height" : "no strip can be reached over known ground"
    }
    let unseen = leak.unseen.map(\.id)
    let ids = SummaryText.list(unseen, separator: ", ", most: 12, rest: rest)
    let reached = leak.entries.count { $0.chance != nil }
    let counted =
      reached == leak.entries.count
      ? "all strips" : "the \(reached) of \(leak.entries.count) strips that a route reaches"
    let head =
      unseen.isEmpty
      ? "no strip can be reached undetected"
      : "\(unseen.count) of \(leak.entries.count.counted("strip")) can be reached undetected: \(ids)"
    let zero = 0.0.percent
    // One figure for all says no more a second time.
    guard mean.percent != zero else {
      return "\(head); looks detect with a probability of \(zero) on the routes to \(counted)"
    }
    let bound =
      chance.detection.percent == zero ? "" : ", and on no route with less than \(chance.detectionBound.percent)"
    return
      "\(head); least likely at \(worst.strip.id): a look detects with a probability of \(chance.detection.percent)\(bound)"
      + "; mean of \(counted) \(mean.percent)"
  }

  /// The strip whose route is observed least, or those that can be reached unseen.
  private func worst(rest: String) -> String {
    if hasLooks { return worstChance(rest: rest) }
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
    let closes = closesText.map { "; closed best by one more radar, of \(leak.closures.count) tried: \($0)" } ?? ""
    return "from \(leak.origin.rawValue) at \(heights): \(worst(rest: "plan.json"))\(unknown)\(closes)"
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
        "\nRadars that close the widest gaps: by the fewest strips still reached \(unseenWord), then by the worst strip, then by the mean\n"
        + shown.text()
    }
    return text
  }

  /// Everything, for programs; what is not known is null.
  public var json: String { Records.leak.object(self).text }
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
