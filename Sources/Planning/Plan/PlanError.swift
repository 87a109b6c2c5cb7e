package import Scenario
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
  /// What to buy cannot be searched for.
  case siting
  /// Least-observed routes cannot be looked for.
  case leak
  /// The task was cancelled.
  case cancelled

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}

extension Fault<PlanFault> {
  /// The task was cancelled.
  static var cancelled: PlanError { PlanError(.cancelled, "the run was cancelled") }

  /// Refuses to go on when the task was cancelled.
  static func checkCancellation() throws(PlanError) {
    if Task.isCancelled { throw .cancelled }
  }
}

extension Scenario {
  /// The purchase of an id; nil for no id.
  /// - Throws: ``PlanError`` when there is none of that id.
  package func purchase(of id: String?) throws(PlanError) -> Purchase? {
    guard let id else { return nil }
    do throws(LookupError) { return try purchase(named: id) } catch {
      throw PlanError(.noSuchPurchase, because: error)
    }
  }
}
