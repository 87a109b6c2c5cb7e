public import Placement

/// What to choose from a coverage matrix, the answer to a ``SelectionQuestion``.
public struct SelectionAnswer: Sendable {
  /// What the list achieves; the raw values are those of files.
  public enum Goal: String, Sendable, Hashable, CaseIterable {
    /// The most weight covered.
    case maximumCover
    /// Everything covered for the least money.
    case cheapestCover
    /// The share of the worst group as large as possible.
    case fairestCover
  }

  /// One option of the list.
  public struct Choice: Sendable, Hashable {
    /// The option's id.
    public let id: String
    /// Its group; nil for none.
    public let group: String?
    /// What it costs and gains, and the sums up to it.
    public let step: ListStep
  }

  /// What the list achieves.
  public let goal: Goal
  /// The currency of the costs; nil when none was named.
  public let currency: String?
  /// How the search ended, and how good the list is proven to be.
  public let search: SearchAnswer
  /// The nodes of the branch and bound.
  public let nodes: Int
  /// What the list costs.
  public let cost: Double
  /// The covered weight, whatever the goal.
  public let coveredWeight: Double
  /// The weight of all demands.
  public let totalWeight: Double
  /// Ids of the options to buy, in the order of their table.
  public let chosen: [String]
  /// The same in the order in which to buy: what gains most per cost first.
  public let choices: [Choice]
  /// How many options there are.
  public let optionCount: Int
  /// How many demands there are.
  public let demandCount: Int
  /// Ids of the options that exist already.
  public let fixed: [String]
  /// Ids of the demands that no options cover as they need.
  public let uncoverable: [String]
  /// Which limits and demands a list from outside breaks, one line each; none for the answer of a search.
  public let faults: [String]
  /// What the list falls short of although it is the answer; nil for nothing.
  public let shortage: String?
  /// Why there is no list; nil when there is one.
  public let failure: String?

  /// A search's answer.
  /// - Throws: as ``SelectionQuestion/asked(of:)``.
  public init(_ answer: PlacementAnswer, to question: SelectionQuestion, of tables: SelectionTables) throws {
    self.init(
      answer, to: try question.asked(of: tables), of: tables.model, currency: question.currency(of: tables),
      faults: [])
  }

  /// A list from outside, judged.
  /// - Parameter chosen: The options, as `PlacementModel.readSolution(_:)` gives them.
  /// - Throws: as ``SelectionQuestion/asked(of:)``.
  public init(judging chosen: [Int], by question: SelectionQuestion, of tables: SelectionTables) throws {
    let asked = try question.asked(of: tables)
    let score = tables.model.score(of: chosen)
    let faults = tables.model.faults(of: chosen, in: asked)
    self.init(
      PlacementAnswer(
        status: faults.isEmpty ? .feasible : .infeasible, value: score.value(for: asked.goal), bound: nil,
        chosen: chosen, cost: score.cost, coveredWeight: score.coveredWeight),
      to: asked, of: tables.model, currency: tables.currency, faults: faults)
  }

  private init(
    _ answer: PlacementAnswer, to question: PlacementQuestion, of model: PlacementModel, currency: String?,
    faults: [String]
  ) {
    goal =
      switch question.goal {
      case .maximumCover: .maximumCover
      case .cheapestCover: .cheapestCover
      case .fairestCover: .fairestCover
      }
    self.currency = currency
    search = SearchAnswer(answer)
    nodes = answer.nodes
    cost = answer.cost
    coveredWeight = answer.coveredWeight
    totalWeight = model.demands.reduce(0) { $0 + $1.weight }
    chosen = answer.chosen.map { model.options[$0].id }
    choices = model.purchaseOrder(of: answer.chosen, for: question.goal).map { step in
      Choice(id: model.options[step.option].id, group: model.options[step.option].group, step: ListStep(step))
    }
    optionCount = model.options.count
    demandCount = model.demands.count
    fixed = model.options.filter { $0.standing == .fixed }.map(\.id)
    uncoverable = model.uncoverableDemands().map { model.demands[$0].id }
    self.faults = faults
    shortage = model.shortage(in: question)
    if !faults.isEmpty {
      failure = nil
    } else if answer.status == .infeasible {
      failure = "no list meets the conditions: \(model.obstacle(to: question))"
    } else {
      failure =
        answer.value == nil
        ? "no list was found in the time, which does not prove that there is none: give more --seconds" : nil
    }
  }
}
