public import Units

/// What went wrong with a file: where it is, what is wrong and what would be right.
public typealias GeoFileError = Fault<GeoFileFault>

/// Kinds of failure with files.
public enum GeoFileFault: String, FaultCode {
  /// There is no such file.
  case missing
  /// The file is there but may not be read, or is a folder or a device.
  case unreadable
  /// No format that is known here.
  case notVector
  /// No raster that is known here.
  case notRaster
  /// A raster that cannot be used as it is: rotated, of another grid, with heights of another kind.
  case unfitRaster
  /// Begins as a known format, but cannot be read to its end.
  case corrupt
  /// Not text, or not a table.
  case badText
  /// Larger than any table or layer that makes sense here.
  case tooLarge
  /// The file holds no layer of that name.
  case noSuchLayer
  /// The file holds several layers and none was named.
  case ambiguousLayer
  /// The layer has a geometry but states no coordinate system.
  case noCoordinateSystem
  /// A coordinate system that PROJ does not know, or one without a way to WGS 84.
  case badCoordinateSystem
  /// A geometry of a kind that is not used here, or a broken one.
  case badGeometry
  /// A coordinate that is no place on the Earth.
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

  /// Where the disk was full: bytes of the file that were written, or that it will take where that is known.
  package var bytesOnFullDisk: Int? { (underlying as? FullDisk)?.bytes }
}

/// The cause of a file that cannot be written: no room is left on its disk.
public struct FullDisk: FaultCause {
  /// Bytes of the file that were written, or that it will take where that is known.
  public var bytes: Int
}
