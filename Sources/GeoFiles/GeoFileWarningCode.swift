public import Units

/// The kinds of warning about files.
public enum GeoFileWarningCode: String, WarningCode {
  /// Text in an encoding that had to be guessed.
  case encoding
  /// Rows with fewer values than there are columns.
  case shortRows
  /// Columns that are not used.
  case unusedColumns
  /// A polygon that was not valid and was repaired.
  case repairedPolygon
  /// The way from the layer's coordinate system loses accuracy, or a place lies outside the system's area.
  case transformation
  /// What GDAL said when it read the file.
  case gdal
  /// Points that lie too far apart to show what is between them.
  case sparsePoints
}
