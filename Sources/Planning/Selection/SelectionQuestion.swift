public import Placement
internal import Scenario
internal import Units

/// What is asked of a coverage matrix.
public struct SelectionQuestion: Sendable {
  /// What the list is to achieve.
  public var goal: PlacementGoal
  /// What may be spent, as it was written; nil for no such limit.
  public var budget: String?
  /// How many options may be chosen; nil for no such limit.
  public var count: Int?
  /// The most of columns of the options, each as it was written.
  public var most: [(column: String, number: String)] = []

  /// A question without limits.
  public init(_ goal: PlacementGoal) { self.goal = goal }

  /// The question in the numbers of some tables.
  /// - Throws: ``SelectionError`` when a number cannot be read as those of the tables, or the budget is in another currency.
  public func asked(of tables: SelectionTables) throws -> PlacementQuestion {
    var limits: [PlacementLimit] = []
    if let budget {
      let price = try PriceText(parsing: budget, tables.reading(of: budget))
      if let currency = price.currency, let other = tables.currency, currency != other {
        throw Mismatch(description: "the budget is in \(currency), the costs are in \(other); use one currency")
      }
      limits.append(.budget(price.amount))
    }
    if let count { limits.append(.count(count)) }
    for (column, number) in most {
      limits.append(.resource(column, try NumberText.parse(number, tables.reading(of: number))))
    }
    return PlacementQuestion(goal, limits: limits)
  }

  /// The currency of a report: that of the costs, else that of the budget.
  package func currency(of tables: SelectionTables) -> String? {
    tables.currency ?? budget.flatMap { try? PriceText(parsing: $0) }?.currency
  }

  private struct Mismatch: Error, CustomStringConvertible { let description: String }
}
