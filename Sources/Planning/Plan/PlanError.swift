import Scenario
public import Units

/// Why a sound scenario cannot be planned as asked.
public typealias PlanError = Fault<PlanFault>

/// Kinds of failure of a plan.
public enum PlanFault: String, FaultCode {
  /// The scenario has no purchase of that id; the cause is a `LookupError`.
  case noSuchPurchase
  /// The terrain cannot be read, or a floor over it not computed.
  case terrain
  /// The region of interest cannot be laid over the coverage.
  case region

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}

extension Fault<PlanFault> {
  /// There is no such purchase.
  static func noSuchPurchase(_ id: String, in scenario: Scenario) -> PlanError {
    PlanError(.noSuchPurchase, because: LookupError.unknown("purchase", id, among: scenario.purchases.map(\.id)))
  }
}
