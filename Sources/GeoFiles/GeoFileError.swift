public import Units

/// A problem with a file: where it is, what is wrong and what to do.
public typealias GeoFileError = Fault<GeoFileFault>

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

extension Fault<GeoFileFault> {
  /// A failure.
  /// - Parameters:
  ///   - path: The file, as the caller named it.
  ///   - problem: What is wrong; with GDAL's own message where there is one.
  public init(
    _ code: GeoFileFault, path: String, layer: String? = nil, row: RowNumber? = nil, field: String? = nil,
    problem: String, remedy: String? = nil, underlying: (any FaultCause)? = nil
  ) {
    self.init(
      code, at: FaultPlace(file: path, layer: layer, row: row, field: field), problem, remedy: remedy,
      underlying: underlying)
  }

  /// The file, as the caller named it.
  public var path: String {
    get { place.file ?? "" }
    set { place.file = newValue }
  }

  /// For a full disk, the bytes written, or the size of the file where known; otherwise nil.
  package var bytesOnFullDisk: Int? { (underlying as? FullDisk)?.bytes }
}

/// The cause of a file that cannot be written: no room is left on its disk.
public struct FullDisk: FaultCause {
  /// Bytes of the file that were written, or that it will take where that is known.
  public var bytes: Int
}
