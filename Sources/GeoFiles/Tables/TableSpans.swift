/// Where the cells of a text table stand among its bytes, for whoever changes some of them and leaves the rest alone.
///
/// Cells, rows and lines are those that ``VectorLayer/read(path:layer:crs:)`` reads.
package struct TableSpans {
  /// One row.
  package struct Row {
    /// The line on which it begins, from 1.
    package var line: Int
    /// Its cells, empty ones nil.
    package var cells: [String?]
    /// Where each stands, with its quotes and the blanks around it.
    package var spans: [Range<Int>]
    /// From its first byte to behind its last, without the line break.
    package var span: Range<Int> { spans[0].lowerBound..<spans[spans.count - 1].upperBound }
  }

  /// The bytes, UTF-8 without a byte-order mark; texts in other encodings were brought to UTF-8.
  package let bytes: [UInt8]
  /// The rows that are not empty lines, the head first.
  package let rows: [Row]
  /// The separator.
  package let separator: UInt8

  /// Splits a table.
  /// - Throws: ``GeoFileError`` for what is no table.
  package init(_ bytes: [UInt8], path: String) throws(GeoFileError) {
    if let position = bytes.firstIndex(where: TextEncoding.isNoText) {
      throw TextEncoding.notText(bytes[...], at: position, offset: 0, path: path)
    }
    self.bytes = try TextEncoding.decode(bytes, path: path).bytes
    var scanner = DelimitedScanner(self.bytes, path: path)
    var rows: [Row] = []
    while let row = try scanner.nextRow() { rows.append(Row(line: row.line, cells: row.cells, spans: row.spans)) }
    self.rows = rows
    separator = scanner.separatorCharacter.asciiValue ?? 0x2C
  }

  /// Whether a byte may stand in a text.
  package static func isText(_ byte: UInt8) -> Bool { !TextEncoding.isNoText(byte) }
}
