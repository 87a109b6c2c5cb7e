public import Units

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
  /// What assets reach cannot be computed.
  case reach
  /// The task was cancelled.
  case cancelled

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
