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
