package import Scenario
public import Units

/// Why a sound scenario cannot be planned as asked.
public typealias PlanError = Fault<PlanFault>

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
