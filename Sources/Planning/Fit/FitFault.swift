public import Units

/// Kinds of failure of a comparison with measurement.
public enum FitFault: String, FaultCode {
  /// It is not clear which radar is meant, or the file has nothing of it.
  case radar
  /// The observations have no altitude.
  case noAltitude
  /// The observations lie where they cannot be.
  case position
  /// The times of both files do not belong together.
  case times
  /// The terrain cannot be read or looked over; what said so is the cause.
  case terrain

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
