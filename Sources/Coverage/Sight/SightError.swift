public import Terrain

/// Why a sight line over terrain cannot be computed.
public enum SightError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The terrain cannot be read.
  case terrain(TerrainError)
  /// The line has no length or cannot be followed on the terrain's grid.
  case floor(FloorError)

  /// The error in one line.
  public var description: String {
    switch self {
    case .terrain(let error): error.description
    case .floor(let error): error.description
    }
  }
}
