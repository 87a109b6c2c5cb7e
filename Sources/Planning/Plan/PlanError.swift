import Scenario

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
  }

  /// What kind of failure.
  public var code: Code
  /// What is wrong, and what would be right.
  public var description: String

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
