internal import Planning

extension Records {
  /// A purchase of `atalaya select`: gains per million of a currency, per unit of costs that name none.
  static func selectionRow(currency: String?, _ goal: SelectionAnswer.Goal) -> Record<SelectionRow> {
    // Shares are parts of 1.
    let decimals = goal == .fairestCover ? 4 : 1
    let unit = currency ?? ""
    return [
      .count("order", \.order, heading: "#", csv: true),
      .text("id", \.option.id, heading: "option", csv: true),
      .text("group", \.option.group, heading: "group", csv: true),
      .number("cost", \.step.cost, heading: "cost", csv: .decimals(6), unit: unit),
      .anyNumber("gain", \.step.gain, heading: "gain", csv: .decimals(6), console: decimals),
      currency == nil
        ? .anyNumber(
          "gain_per_cost", \.step.gainPerCost, heading: "gain per", csv: .decimals(9), unit: "cost", console: 6)
        : .anyNumber(
          "gain_per_million", { row in row.step.gainPerCost.map { $0 * 1e6 } }, heading: "gain per", csv: .decimals(6),
          unit: "million", console: 3),
      .number("cost_so_far", \.step.costSoFar, heading: "cost so far", csv: .decimals(6), unit: unit),
      .anyNumber(
        "covered_so_far", \.step.coveredSoFar, heading: "covered so far", csv: .decimals(6), console: decimals),
    ]
  }

  /// Everything about a selection.
  static var selection: Record<SelectionAnswer> {
    [
      exact("value", \.search.value),
      exact("bound", \.search.bound),
      exact("gap", \.search.gap),
      .word(SearchAnswer.Status.words)("status", \.search.status.rawValue),
      .texts("chosen", \.chosen),
      .number("seconds", \.search.seconds, json: .decimals(3)), .text("goal", \.goal.rawValue),
      exact("cost", \.cost),
      .text("currency", \.currency),
      exact("covered_weight", \.coveredWeight),
      exact("total_weight", \.totalWeight),
      .texts("fixed", \.fixed),
      .count("uncoverable_count", \.uncoverable.count),
      .texts("uncoverable", { Array($0.uncoverable.prefix(100)) }),
      .count("nodes", \.nodes),
      .rows("purchases", selectionRow(currency: nil, .maximumCover), { SelectionReport($0).table }),
    ]
  }

  /// Nine decimals, and at least nine digits of what is smaller.
  private static func exact(_ key: String, _ value: @escaping (SelectionAnswer) -> Double?) -> Field<SelectionAnswer> {
    .json(key, schema: JSON.anyNumber.orNull()) { report in
      value(report).map {
        .number($0, decimals: $0 == 0 || !$0.isFinite ? 9 : max(9, 8 - Int(abs($0).exponent) * 3 / 10))
      } ?? .null
    }
  }
}
