public import Units

/// Why ways in cannot be looked for.
public typealias LeakError = Fault<LeakFault>

/// Kinds of failure of the search for ways in.
public enum LeakFault: String, FaultCode {
  /// The scenario has no strips.
  case noStrips
  /// A place lies too near a pole for the grid of ways.
  case nearPole
  /// The terrain cannot be read or looked over; what said so is the cause.
  case terrain

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
