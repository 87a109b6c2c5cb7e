public import Terrain
public import Units

/// Why what a network sees over terrain cannot be computed.
public typealias TerrainCoverageError = Fault<TerrainCoverageFault>

/// Kinds of failure of a network over terrain.
public enum TerrainCoverageFault: String, FaultCode {
  /// The terrain cannot be read; the cause is a `TerrainError`.
  case terrain
  /// It was asked to stop.
  case cancelled
  /// The floor of a station cannot be computed; the cause is a `FloorError`.
  case floor
}

extension Fault<TerrainCoverageFault> {
  /// The terrain cannot be read.
  public static func terrain(_ error: TerrainError) -> TerrainCoverageError {
    TerrainCoverageError(.terrain, because: error)
  }

  /// It was asked to stop.
  public static var cancelled: TerrainCoverageError {
    TerrainCoverageError(.cancelled, "stopped before all radars had looked")
  }

  /// The floor of a station cannot be computed.
  public static func floor(station: String, _ error: FloorError) -> TerrainCoverageError {
    TerrainCoverageError(.floor, at: FaultPlace(subject: "the floor of the radar “\(station)”"), because: error)
  }
}
