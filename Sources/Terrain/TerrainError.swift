public import GeoFiles
public import Geodesy

/// Why terrain cannot give an elevation.
public enum TerrainError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A tile cannot be read.
  case file(GeoFileError)
  /// No operation exists between the grid's coordinate system and WGS 84.
  case geodesy(GeodesyError)

  /// One line.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .geodesy(let error): error.description
    }
  }
}
