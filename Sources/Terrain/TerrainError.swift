public import GeoFiles
public import Geodesy

/// Why terrain cannot give an elevation.
public enum TerrainError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A tile cannot be read.
  case file(GeoFileError)
  /// The grid's coordinate system has no way from or to WGS 84.
  case geodesy(GeodesyError)

  /// One line.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .geodesy(let error): error.description
    }
  }
}
