internal import Planning
internal import Response
internal import Scenario
internal import Units

extension Records {
  /// In what share of the hours the asset of a response can fly, where it is known.
  static var flyableFields: [Field<ResponseTime>] {
    [
      .share(
        "flyable_share", { $0.asset.flyableShare(by: $0.period)?.value }, csv: true, json: true,
        meaning: "The share of the hours of the period in which the weather lets the asset fly; no time depends on it."
      ).page(.flyableShare) { row, say in
        guard let share = row.asset.flyableShare(by: row.period) else { return "–" }
        let percent = (share.value * 100).fixed(0)
        return "\(share.hours.map { say(.flyableHours, percent, String($0)) } ?? "\(percent) %")"
      },
      .count(
        "flyable_hours", { $0.asset.flyableShare(by: $0.period)?.hours }, csv: true, json: true,
        meaning: "Of how many observed hours it is counted; missing where it is stated."),
    ]
  }
}

extension Plan {
  /// `h-1 can fly in 82 % of the hours by day (of 310 observed)`; nil where nothing is known of it.
  var flyableText: String? {
    let parts = scenario.assets.flatMap { asset in
      Period.allCases.compactMap { period -> String? in
        guard asset.readiness(by: period) != nil, let share = asset.flyableShare(by: period) else { return nil }
        let of = share.hours.map { " (of \($0) observed)" } ?? " (stated)"
        return "\(ConsoleText.harmless(asset.id)) \((share.value * 100).fixed(0)) % by \(period.rawValue)\(of)"
      }
    }
    guard !parts.isEmpty else { return nil }
    return "hours fit for flying, which no time counts: "
      + SummaryText.list(parts, separator: "; ", most: 4, rest: "responses.csv")
  }
}
