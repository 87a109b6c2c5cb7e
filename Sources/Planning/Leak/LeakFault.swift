public import Units

/// Kinds of failure of the search for least-observed routes.
public enum LeakFault: String, FaultCode {
  /// The scenario has no strips.
  case noStrips
  /// A place lies too near a pole for the grid of routes.
  case nearPole
  /// The terrain cannot be read or looked over; what said so is the cause.
  case terrain

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
