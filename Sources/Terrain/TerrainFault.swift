public import Units

/// Kinds of failure with terrain.
public enum TerrainFault: String, FaultCode {
  /// A tile cannot be read; the cause is a `GeoFileError`.
  case file
  /// The grid's coordinate system has no way from or to WGS 84; the cause is a `GeodesyError`.
  case geodesy
}
