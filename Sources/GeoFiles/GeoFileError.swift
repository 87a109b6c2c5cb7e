public import Units

/// A problem with a file: where it is, what is wrong and what to do.
public typealias GeoFileError = Fault<GeoFileFault>

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
