public import Placement
internal import Units

/// A selection as table, summary and JSON.
public struct SelectionReport: Sendable {
  /// What was asked.
  public var question: PlacementQuestion
  /// What was chosen from.
  public var model: PlacementModel
  /// What was found.
  public var answer: PlacementAnswer
  /// The currency of the costs; nil when none was named.
  public var currency: String?
  private let steps: [PurchaseStep]
  private let uncoverable: [Int]

  /// A report.
  public init(
    _ answer: PlacementAnswer, to question: PlacementQuestion, of model: PlacementModel, currency: String? = nil
  ) {
    self.answer = answer
    self.question = question
    self.model = model
    self.currency = currency
    steps = model.purchaseOrder(of: answer.chosen, for: question.goal)
    uncoverable = model.uncoverableDemands()
  }

  /// The purchases in the order of their gain per cost: per million of a currency, per unit of costs that name none;
  /// empty where the cost is zero.
  public var table: ReportTable {
    let perCost: ReportTable.Column =
      currency == nil
      ? .shown("gain_per_cost", "gain per", "cost", decimals: 9, console: 6)
      : .shown("gain_per_million", "gain per", "million", decimals: 6, console: 3)
    let unit = currency == nil ? 1 : 1e6
    // Shares are parts of 1.
    let decimals = question.goal == .fairestCover ? 4 : 1
    var table = ReportTable([
      .shown("order", "#"), .shown("id", "option"), .shown("group", "group"),
      .shown("cost", "cost", currency ?? "", decimals: 6), .shown("gain", "gain", decimals: 6, console: decimals),
      perCost,
      .shown("cost_so_far", "cost so far", currency ?? "", decimals: 6),
      .shown("covered_so_far", "covered so far", decimals: 6, console: decimals),
    ])
    for (index, step) in steps.enumerated() {
      let option = model.options[step.option]
      table.append([
        .integer(index + 1), .text(option.id), .optional(option.group), .number(step.cost), .number(step.gain),
        .optional(step.gainPerCost.map { $0 * unit }), .number(step.costSoFar), .number(step.coveredSoFar),
      ])
    }
    return table
  }

  /// The answer in a few lines.
  public var summary: String {
    let weight = model.demands.reduce(0) { $0 + $1.weight }
    let fixed = model.options.count { $0.standing == .fixed }
    var lines = [("Status", answer.status.rawValue)]
    if let value = answer.value {
      lines.append(("Value", "\(valueText(value)), \(boundText)"))
      let share = weight > 0 ? " (\((answer.coveredWeight / weight * 100).fixed(1)) %)" : ""
      lines.append(("Covered", "\(Self.number(answer.coveredWeight)) of \(Self.number(weight))\(share)"))
    }
    lines.append(
      (
        "Chosen",
        "\(answer.chosen.count) of \(model.options.count) options for \(money(answer.cost))"
          + (fixed > 0 ? ", besides \(fixed) that stand" : "")
      ))
    if !uncoverable.isEmpty {
      let shown = uncoverable.prefix(5).map { model.demands[$0].id }.joined(separator: ", ")
      lines.append(
        (
          "Uncovered",
          "no option covers \(uncoverable.count) of \(model.demands.count) demands as they need: \(shown)"
            + (uncoverable.count > 5 ? " …" : "")
        ))
    }
    return lines.reduce(into: "") { $0 += SummaryText.wrapped($1.1, title: $1.0) }
  }

  private func valueText(_ value: Double) -> String {
    switch question.goal {
    case .maximumCover: "\(Self.number(value)) covered"
    case .cheapestCover: money(value)
    case .fairestCover: "\((value * 100).fixed(2)) % in the worst group"
    }
  }

  private var boundText: String {
    if answer.status == .optimal { return "proven the best there is" }
    guard let bound = answer.bound else { return "nothing proven" }
    let side = question.goal == .cheapestCover ? "no less than" : "no more than"
    let gap = answer.gap.map { " (gap \(($0 * 100).fixed(2)) %)" } ?? ""
    return
      "\(side) \(question.goal == .fairestCover ? (bound * 100).fixed(2) + " %" : Self.number(bound)) is possible\(gap)"
  }

  private func money(_ amount: Double) -> String { (currency.map { "\($0) " } ?? "") + Self.number(amount) }

  private static func number(_ number: Double) -> String {
    DecimalText.text(number, decimals: number.rounded() == number ? 0 : 2) ?? "–"
  }

  /// Everything, for programs; numbers that are not known are null.
  public var json: String {
    // Nine decimals, and at least nine digits of what is smaller.
    func number(_ value: Double?) -> JSON {
      value.map { .number($0, decimals: $0 == 0 || !$0.isFinite ? 9 : max(9, 8 - Int(abs($0).exponent) * 3 / 10)) }
        ?? .null
    }
    return JSON.object([
      "value": number(answer.value),
      "bound": number(answer.bound),
      "gap": number(answer.gap),
      "status": .string(answer.status.rawValue),
      "chosen": .array(answer.chosen.map { .string(model.options[$0].id) }),
      "seconds": .number(answer.seconds, decimals: 3),
      "goal": .string(question.goal.rawValue),
      "cost": number(answer.cost),
      "currency": currency.map { .string($0) } ?? .null,
      "covered_weight": number(answer.coveredWeight),
      "total_weight": number(model.demands.reduce(0) { $0 + $1.weight }),
      "fixed": .array(model.options.filter { $0.standing == .fixed }.map { .string($0.id) }),
      "uncoverable_count": .integer(uncoverable.count),
      "uncoverable": .array(uncoverable.prefix(100).map { .string(model.demands[$0].id) }),
      "nodes": .integer(answer.nodes),
      "purchases": table.jsonValue,
    ]).text
  }
}
