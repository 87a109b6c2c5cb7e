/// What went wrong with a file: where it is, what is wrong and what would be right.
public struct GeoFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The file does not exist.
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
  /// What is wrong; with GDAL's own message where there is one.
  public var problem: String
  /// What would be right; nil when the problem says it all.
  public var remedy: String?
  /// Where the disk was full: bytes of the file that were written, or that it will take where that is known.
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

  /// One line: file, layer, row, field, what is wrong; what would be right.
  public var description: String {
    var parts = [path]
    if let layer { parts.append("layer \(layer)") }
    if let row { parts.append(row.description) }
    if let field { parts.append("field \(field)") }
    return parts.joined(separator: ", ") + ": " + problem + (remedy.map { "; \($0)" } ?? "")
  }
}
