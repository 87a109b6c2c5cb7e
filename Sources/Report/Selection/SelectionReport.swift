public import Planning
internal import Units

/// A selection as table, summary and JSON.
public struct SelectionReport: Sendable {
  /// What was found.
  public var answer: SelectionAnswer

  /// A report.
  public init(_ answer: SelectionAnswer) { self.answer = answer }

  private var currency: String? { answer.currency }

  /// The summary and the list, for reading.
  public var text: String { summary + (answer.chosen.isEmpty ? "" : "\n" + table.text()) }

  /// The purchases in the order of their gain per cost: per million of a currency, per unit of costs that name none;
  /// empty where the cost is zero.
  public var table: ReportTable {
    Records.selectionRow(currency: currency, answer.goal).table(
      answer.choices.enumerated().map { SelectionRow(order: $0 + 1, option: $1) })
  }

  /// The answer in a few lines.
  public var summary: String {
    let weight = answer.totalWeight
    let fixed = answer.fixed.count
    var lines = [("Status", answer.search.status.rawValue)]
    if let value = answer.search.value {
      lines.append((answer.goal == .cheapestCover ? "Cost" : "Value", "\(valueText(value)), \(boundText)"))
      let share = weight > 0 ? " (\((answer.coveredWeight / weight * 100).fixed(1)) %)" : ""
      lines.append(("Covered", "\(Self.number(answer.coveredWeight)) of \(Self.number(weight))\(share)"))
    }
    lines.append(
      (
        "Chosen",
        "\(answer.chosen.count) of \(answer.optionCount) options for \(money(answer.cost))"
          + (fixed > 0 ? ", besides \(fixed) that stand" : "")
      ))
    if !answer.uncoverable.isEmpty {
      let shown = answer.uncoverable.prefix(5).joined(separator: ", ")
      lines.append(
        (
          "Uncovered",
          "no option covers \(answer.uncoverable.count) of \(answer.demandCount) demands as they need: \(shown)"
            + (answer.uncoverable.count > 5 ? " …" : "")
        ))
    }
    return lines.reduce(into: "") { $0 += SummaryText.wrapped($1.1, title: $1.0) }
  }

  private func valueText(_ value: Double) -> String {
    switch answer.goal {
    case .maximumCover: "\(Self.number(value)) covered"
    case .cheapestCover: money(value)
    case .fairestCover: "\((value * 100).fixed(2)) % in the worst group"
    }
  }

  private var boundText: String {
    if answer.search.status == .optimal { return "proven the best there is" }
    guard let bound = answer.search.bound else { return "nothing proven" }
    let side = answer.goal == .cheapestCover ? "no less than" : "no more than"
    let gap = answer.search.gap.map { " (gap \(($0 * 100).fixed(2)) %)" } ?? ""
    return
      "\(side) \(answer.goal == .fairestCover ? (bound * 100).fixed(2) + " %" : Self.number(bound)) is possible\(gap)"
  }

  private func money(_ amount: Double) -> String { (currency.map { "\($0) " } ?? "") + Self.number(amount) }

  private static func number(_ number: Double) -> String {
    DecimalText.text(number, decimals: number.rounded() == number ? 0 : 2) ?? "–"
  }

  /// Everything, for programs; numbers that are not known are null.
  public var json: String { Records.selection.object(answer).text }
}
