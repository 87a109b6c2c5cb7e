public import GeoFiles
public import Geodesy
public import Units

/// Why terrain has no elevation to give: what reading a tile or transforming a place said, which is the cause.
public typealias TerrainError = Fault<TerrainFault>

/// Kinds of failure with terrain.
public enum TerrainFault: String, FaultCode {
  /// A tile cannot be read; the cause is a `GeoFileError`.
  case file
  /// The grid's coordinate system has no way from or to WGS 84; the cause is a `GeodesyError`.
  case geodesy
}

extension Fault<TerrainFault> {
  /// A tile cannot be read.
  public static func file(_ error: GeoFileError) -> TerrainError { TerrainError(.file, because: error) }
  /// The grid's coordinate system has no way from or to WGS 84.
  public static func geodesy(_ error: GeodesyError) -> TerrainError { TerrainError(.geodesy, because: error) }
}
