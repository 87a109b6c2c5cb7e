public import Terrain
public import Units

/// Why coverage over terrain cannot be computed.
public typealias TerrainCoverageError = Fault<TerrainCoverageFault>

extension Fault<TerrainCoverageFault> {
  /// The terrain cannot be read.
  public static func terrain(_ error: TerrainError) -> TerrainCoverageError {
    TerrainCoverageError(.terrain, because: error)
  }

  /// The computation was cancelled.
  public static var cancelled: TerrainCoverageError {
    TerrainCoverageError(.cancelled, "stopped before all radars had looked")
  }

  /// The floor of a station cannot be computed.
  public static func floor(station: String, _ error: FloorError) -> TerrainCoverageError {
    TerrainCoverageError(.floor, at: FaultPlace(subject: "the floor of the radar “\(station)”"), because: error)
  }
}
