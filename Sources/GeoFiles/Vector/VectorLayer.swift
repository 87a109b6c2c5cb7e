public import Units

/// A vector layer, read whole: its rows with attributes and geometry in WGS 84, and where each row stands in its file.
public struct VectorLayer: Sendable {
  /// The file, as the caller named it.
  public var path: String
  /// The layer's name; for a text table the file's name without its extension.
  public var name: String
  /// Names of the fields, in order; known also when there are no rows.
  public var columns: [String]
  /// GDAL's name of the format, `ESRI Shapefile`; `CSV` for a text table.
  public var format = "CSV"
  /// The separator of a text table; nil for other formats.
  public var separator: Character?
  /// The rows, in the order of the file.
  public var features: [Feature]
  /// Where each row stands in the file; parallel to ``features``.
  public var rows: [RowNumber]
  /// The coordinate system of the geometries before they were brought to WGS 84, as `EPSG:4326` or its name; nil when
  /// the layer has no geometry.
  public var coordinateSystem: String?
  /// What a reader should know of: transformations that lose accuracy, odd encodings, short rows.
  public var warnings: [GeoFileWarning]
  /// What is wrong with single rows (a coordinate that is not a place, a geometry of no use, a row longer than its
  /// header). Such a row keeps its attributes and has no geometry.
  public var problems: [GeoFileError]

  /// Reads one layer of a file in any format that GDAL's vector drivers know, zipped or not.
  ///
  /// Text tables (`.csv`, `.tsv`, `.txt`) are read with every value as text, empty cells as null, and no geometry
  /// unless a column named `WKT` holds one; separators may be comma, semicolon or tab; UTF-8, or else Windows-1252.
  /// In a zip archive the one layer file is found by itself; `archive.zip/folder/file.csv` names one of several.
  /// Parts of multi-part geometries become parts of ``Geometry`` cases; third coordinates go to
  /// ``Feature/heights``; curves become lines.
  /// - Parameters:
  ///   - path: The file.
  ///   - layer: Its layer; needed only when the file holds several.
  ///   - crs: The coordinate system of the coordinates in the file, in any form that PROJ knows; for layers that state
  ///     none or a wrong one. Nil: what the layer states.
  /// - Throws: ``GeoFileError`` when the file as a whole is of no use. What is wrong with single rows is returned in
  ///   ``problems``, all of it, so that a caller can report everything at once.
  public static func read(
    path: String, layer: String? = nil, crs: String? = nil
  ) throws(GeoFileError) -> VectorLayer {
    let source = try LayerSource(path: path)
    return source.isTextTable
      ? try TextTable.read(source, layer: layer, crs: crs) : try readWithOGR(source, layer: layer, crs: crs)
  }
}
