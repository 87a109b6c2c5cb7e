import Units

/// The columns of a table as its file has them.
struct TableShape: Sendable {
  /// The file, as scenario.yaml names it.
  var file: String
  /// GDAL's name of the format; `CSV` for a text table.
  var format: String
  /// The separator of a text table.
  var separator: Character?
  /// The columns.
  var columns: [String]
  /// For each column the keys that it gives, in our spelling; none for one that is not read.
  var keys: [[String]]
}

/// All rows of one layer, still unread.
struct RecordLayer: Sendable {
  /// Which layer of the format.
  var format: LayerFormat
  /// Where the layer is named in scenario.yaml.
  var origin: Origin
  /// The rows.
  var records: [Record] = []
  /// The columns of a table, in our spelling; nil for inline rows.
  var columns: Set<String>?
  /// Values for empty fields.
  var defaults: [String: Cell] = [:]
  /// The coordinate reference system of `x` and `y`.
  var crs: String?
  /// The decimal mark that the layer states.
  var decimal: DecimalMark?
  /// What third coordinates are, where the layer states it.
  var heights: HeightUse?
  /// Columns that are nearly a field's name, by the field.
  var nearColumns: [String: String] = [:]
  /// What the table is in its file; nil for inline rows.
  var table: TableShape?
  /// How numbers in texts of the table are read.
  var reading = NumberReading.asWritten
  /// Whether the layer could be read as a whole; when not, references to it are not reported.
  var isReadable = true

  /// Required fields for which a table has no column: reported once, not for every row.
  var missingColumns: Set<String> {
    guard let columns, !records.isEmpty else { return [] }
    let names = columns.union(defaults.keys)
    let absent = format.fields.filter { field in
      field.isRequired && !names.contains(field.substitute) && !names.contains(where: field.matches)
    }
    return Set(absent.map(\.name))
  }
}
