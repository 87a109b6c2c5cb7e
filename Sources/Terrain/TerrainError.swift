public import GeoFiles
public import Geodesy
public import Units

/// Why terrain has no elevation to give: what reading a tile or transforming a place said, which is the cause.
public typealias TerrainError = Fault<TerrainFault>

extension Fault<TerrainFault> {
  /// A tile cannot be read.
  public static func file(_ error: GeoFileError) -> TerrainError { TerrainError(.file, because: error) }
  /// No operation exists between the grid's coordinate system and WGS 84.
  public static func geodesy(_ error: GeodesyError) -> TerrainError { TerrainError(.geodesy, because: error) }
}
