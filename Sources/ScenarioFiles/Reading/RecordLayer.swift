import Units

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
