import GeoFiles
import Units

/// The content of one field, and where it was written.
struct Cell: Sendable {
  enum Content: Sendable {
    /// A text, or a number of a typed table as text.
    case text(String)
    /// A list or a set of keys of an inline row.
    case tree(YAMLTree)
  }
  var content: Content
  var origin: Origin
  /// How numbers in a text are read.
  var reading = NumberReading.asWritten

  /// The cell of a YAML value; nil for nothing.
  init?(_ tree: YAMLTree, file: String) {
    origin = Origin(file: file, line: tree.line)
    switch tree {
    case .null: return nil
    case .scalar(let text, _):
      if text.allSatisfy(\.isWhitespace) { return nil }
      content = .text(text)
    case .sequence, .mapping: content = .tree(tree)
    }
  }

  /// The cell of a table; nil when it is empty.
  /// - Parameter reading: How numbers in texts of the table are read; typed numbers have one reading.
  init?(_ value: FieldValue, at origin: Origin, _ reading: NumberReading) {
    self.origin = origin
    switch value {
    case .null: return nil
    case .text(let text):
      if text.allSatisfy(\.isWhitespace) { return nil }
      content = .text(text)
      self.reading = reading
    case .integer(let number): content = .text("\(number)")
    case .real(let number):
      // A key that a table stores as a real number is still “12”, not “12.0”.
      let isWhole = number == number.rounded() && number.magnitude < 1e15
      content = .text(isWhole ? "\(Int(number))" : "\(number)")
    }
  }
}

/// One row, whether it was written in scenario.yaml or read from a layer.
struct Record: Sendable {
  /// Contents by field name in our spelling, empty ones left out.
  var cells: [String: Cell]
  /// Where it is, for a row of a layer that has a geometry.
  var geometry: Geometry?
  /// The third coordinates of the geometry.
  var heights: GeometryHeights?
  /// Whether the layer says what they are.
  var areHeightsStated = false
  /// When each line of a recorded track begins and ends, seconds since 1970.
  var lineTimes: [ClosedRange<Double>] = []
  /// Whether the row has a geometry that could not be read, which has been reported.
  var isGeometryBroken = false
  /// Where the row begins.
  var origin: Origin

  /// A column's or key's name in our spelling, lower case with underscores: `cruise_km_h` for `Cruise (km/h)`.
  static func normalized(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      if character == "²" {
        result.append("2")
      } else if character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.isEmpty, result.last != "_" {
        result.append("_")
      }
    }
    while result.last == "_" { result.removeLast() }
    return result.isEmpty ? name : result
  }
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
  /// Whether the layer could be read as a whole; when not, references to it are not reported.
  var isReadable = true

  /// Required fields for which a table has no column: reported once, not for every row.
  var missingColumns: Set<String> {
    guard let columns, !records.isEmpty else { return [] }
    let names = columns.union(defaults.keys)
    return Set(format.fields.filter { field in field.isRequired && !names.contains(where: field.matches) }.map(\.name))
  }
}
