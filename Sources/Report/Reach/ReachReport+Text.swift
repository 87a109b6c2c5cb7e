internal import GeoFiles
internal import Planning
internal import Response
internal import Units

extension ReachReport {
  /// The answer in a few lines.
  public var summary: String {
    var lines = [
      (
        "Assets",
        "\(reach.assets.count.counted("asset")) at \(reach.bases.count.counted("base")), "
          + (reach.question.isRouted ? "over the terrain" : "along geodesics")
      ),
      (
        "Area",
        "\(originText), \(Area.squareMetres(reach.area.squareMetres).text), "
          + "\(Double(reach.area.frame.rows * reach.area.frame.columns).grouped) cells"
      ),
    ]
    lines += reach.question.periods.map { (name($0), periodLine($0)) }
    if let worst { lines.append(("Without", worst)) }
    if !reach.assumed.isEmpty { lines.append(("Assumed", reach.assumed.joined(separator: "; "))) }
    lines += reach.notes.map { ("Note", $0) }
    return lines.reduce(into: "") { $0 += SummaryText.wrapped($1.1, title: $1.0) }
  }

  private func name(_ period: Period) -> String { period == .day ? "By day" : "By night" }

  private func periodLine(_ period: Period) -> String {
    reach.question.limits.map { limit in line(period, limit) }.joined(separator: "; ")
  }

  /// The lines of a plan's summary.
  var lines: [String] {
    ["\(originText), \(reach.question.isRouted ? "over the terrain" : "along geodesics")"]
      + reach.question.periods.map { "\(name($0).lowercased()) \(periodLine($0))" }
      + (worst.map { ["without one base: \($0)"] } ?? []) + ["assumed: \(reach.assumed.joined(separator: "; "))"]
      + reach.notes
  }

  private var originText: String {
    switch reach.area.origin {
    case .region: "region of interest"
    case .rectangle: "rectangle"
    case .places: "box around bases, strips and demand points"
    }
  }

  private func line(_ period: Period, _ limit: Duration) -> String {
    let share = reach.shares.first { $0.subject == .all && $0.period == period && $0.limit == limit }
    guard let share else { return "–" }
    var parts = ["\(share.area.share?.percent ?? "–") of the area"]
    if share.demand.total > 0 { parts.append("\(share.demand.share?.percent ?? "–") of the demand") }
    if share.strips.total > 0 {
      parts.append("\(Int(clamping: share.strips.reached)) of \(Int(clamping: share.strips.total).counted("strip"))")
    }
    return "within \(limit.text) \(parts.joined(separator: ", "))"
  }

  /// The base whose loss costs most of the area within the shortest limit at which any costs something.
  private var worst: String? {
    let losses = reach.losses.filter { $0.lostArea > 0 || !$0.fallen.isEmpty }
    guard let limit = losses.map(\.limit).min(),
      let loss = losses.filter({ $0.limit == limit }).max(by: { $0.lostArea < $1.lostArea })
    else { return reach.losses.isEmpty ? nil : "no base is missed within any limit" }
    let area = loss.area.total > 0 ? (loss.lostArea / loss.area.total).percent : "–"
    let fallen =
      loss.fallen.isEmpty
      ? ""
      : ", and \(SummaryText.list(loss.fallen.map(\.place.id), separator: ", ", most: 12, rest: "the files")) beyond it"
    return "\(loss.base.id) costs most within \(limit.text) by \(loss.period.rawValue): \(area) of the area\(fallen)"
  }

  /// The summary and the tables.
  public var text: String {
    let shown = reach.shares.filter { if case .asset = $0.subject { false } else { true } }
    var text = summary + "\n" + Records.reachShare.table(shown).text()
    if !reach.places.isEmpty { text += "\n" + placeTable.text() }
    if !reach.losses.isEmpty { text += "\nWithout one base\n" + lossTable.text() }
    return text
  }
}
