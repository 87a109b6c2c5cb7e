internal import GeoFiles
public import Placement
public import Planning

extension SelectionReport {
  /// A search's answer.
  public init(_ answer: PlacementAnswer, to question: SelectionQuestion, of tables: SelectionTables) throws {
    self.init(
      answer, to: try question.asked(of: tables), of: tables.model, currency: question.currency(of: tables))
  }

  /// A list from outside, judged.
  /// - Parameter chosen: The options, as `PlacementModel.readSolution(_:)` gives them.
  public init(judging chosen: [Int], by question: SelectionQuestion, of tables: SelectionTables) throws {
    let asked = try question.asked(of: tables)
    let score = tables.model.score(of: chosen)
    let faults = tables.model.faults(of: chosen, in: asked)
    self.init(
      PlacementAnswer(
        status: faults.isEmpty ? .feasible : .infeasible, value: score.value(for: asked.goal), bound: nil,
        chosen: chosen, cost: score.cost, coveredWeight: score.coveredWeight),
      to: asked, of: tables.model, currency: tables.currency)
  }

  /// Which limits and demands the list breaks, one line each.
  public var faults: [String] { model.faults(of: answer.chosen, in: question).map { "\($0)" } }

  /// What the list falls short of although it is the answer; nil for nothing.
  public var shortage: String? { model.shortage(in: question) }

  /// Why there is no list; nil when there is one.
  public var failure: String? {
    if answer.status == .infeasible { return "nothing satisfies the question: \(model.obstacle(to: question))" }
    return answer.value == nil
      ? "no list was found in the time, which does not prove that there is none: give more --seconds" : nil
  }

  /// The summary and the list, for reading.
  public var text: String { summary + (answer.chosen.isEmpty ? "" : "\n" + table.text()) }
}
