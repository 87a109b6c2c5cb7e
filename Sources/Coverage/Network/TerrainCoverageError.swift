public import Terrain

/// Why coverage over terrain cannot be computed.
public enum TerrainCoverageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The terrain cannot be read.
  case terrain(TerrainError)
  /// The computation was cancelled.
  case cancelled
  /// The floor of a station cannot be computed.
  case floor(station: String, FloorError)

  /// The error in one line.
  public var description: String {
    switch self {
    case .terrain(let error): error.description
    case .cancelled: "stopped before all radars had looked"
    case .floor(let station, let error): "the floor of the radar “\(station)”: \(error.description)"
    }
  }
}
