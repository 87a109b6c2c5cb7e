public import Scenario

/// Why a sound scenario cannot be planned as asked.
public struct PlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The scenario has no purchase of that id.
    case noSuchPurchase
    /// The terrain cannot be read, or a floor over it not computed.
    case terrain
    /// The region of interest cannot be laid over the coverage.
    case region
    /// What to buy cannot be searched for.
    case siting
    /// Least-observed routes cannot be looked for.
    case leak
    /// The task was cancelled.
    case cancelled
  }

  /// What kind of failure.
  public var code: Code
  /// What is wrong, and what would be right.
  public var description: String

  /// The task was cancelled.
  static let cancelled = PlanError(code: .cancelled, description: "the run was cancelled")

  /// Refuses to go on when the task was cancelled.
  static func checkCancellation() throws(PlanError) {
    if Task.isCancelled { throw .cancelled }
  }

  /// There is no such purchase.
  static func noSuchPurchase(_ id: String, in scenario: Scenario) -> PlanError {
    let ids = scenario.purchases.map(\.id)
    let hint =
      ids.isEmpty
      ? "the scenario has none"
      : "it has \(ids.joined(separator: ", "))"
        + (NearestName.nearest(to: id, among: ids).map { "; did you mean \($0)?" } ?? "")
    return PlanError(code: .noSuchPurchase, description: "the scenario has no purchase “\(id)”: \(hint)")
  }
}

extension Scenario {
  /// The purchase of an id; nil for no id.
  /// - Throws: ``PlanError`` when there is none of that id.
  public func purchase(named id: String?) throws(PlanError) -> Purchase? {
    guard let id else { return nil }
    guard let purchase = purchases.first(where: { $0.id == id }) else { throw .noSuchPurchase(id, in: self) }
    return purchase
  }
}
