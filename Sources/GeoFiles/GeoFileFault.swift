public import Units

/// Kinds of failure with files.
public enum GeoFileFault: String, FaultCode {
  /// The file does not exist.
  case missing
  /// The file is there but may not be read, or is a folder or a device.
  case unreadable
  /// Not a supported vector format.
  case notVector
  /// Not a supported raster format.
  case notRaster
  /// A raster that cannot be used: rotated, on another grid, or with other values than heights.
  case unfitRaster
  /// Recognised as a supported format but damaged.
  case corrupt
  /// Not text, or not a table.
  case badText
  /// Larger than any reasonable table or layer.
  case tooLarge
  /// The file holds no layer of that name.
  case noSuchLayer
  /// The file holds several layers and none was named.
  case ambiguousLayer
  /// The layer has a geometry but states no coordinate system.
  case noCoordinateSystem
  /// A coordinate system that PROJ does not know, or without an operation to WGS 84.
  case badCoordinateSystem
  /// A geometry of an unsupported kind, or a broken one.
  case badGeometry
  /// A coordinate that is not a place on the Earth.
  case badCoordinate
  /// A row that does not fit its table.
  case badRow
  /// The file cannot be written or replaced.
  case unwritable
}
