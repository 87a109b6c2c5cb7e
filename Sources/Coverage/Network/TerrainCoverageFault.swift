public import Units

/// Kinds of failure of a network over terrain.
public enum TerrainCoverageFault: String, FaultCode {
  /// The terrain cannot be read; the cause is a `TerrainError`.
  case terrain
  /// The computation was cancelled.
  case cancelled
  /// The floor of a station cannot be computed; the cause is a `FloorError`.
  case floor
}
