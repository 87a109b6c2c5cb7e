/// A problem with a file: where it is, what is wrong and what to do.
public struct GeoFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
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

  /// What kind of failure.
  public var code: Code
  /// The file, as the caller named it.
  public var path: String
  /// The layer, where one is known.
  public var layer: String?
  /// The row, where one is known.
  public var row: RowNumber?
  /// The field or column, where one is known.
  public var field: String?
  /// What is wrong, with GDAL's own message if any.
  public var problem: String
  /// What to do; nil when the problem says it.
  public var remedy: String?
  /// For a full disk, the bytes written, or the size of the file where known; otherwise nil.
  public var bytesOnFullDisk: Int?

  /// A failure.
  package init(
    _ code: Code, path: String, layer: String? = nil, row: RowNumber? = nil, field: String? = nil, problem: String,
    remedy: String? = nil
  ) {
    self.code = code
    self.path = path
    self.layer = layer
    self.row = row
    self.field = field
    self.problem = problem
    self.remedy = remedy
  }

  /// File, layer, row, field, problem and remedy in one line.
  public var description: String {
    var parts = [path]
    if let layer { parts.append("layer \(layer)") }
    if let row { parts.append(row.description) }
    if let field { parts.append("field \(field)") }
    return parts.joined(separator: ", ") + ": " + problem + (remedy.map { "; \($0)" } ?? "")
  }
}
