internal import Units

/// Splits a text table into rows of cells (RFC 4180, with the separators that spreadsheets write).
///
/// Quotes protect separators and line breaks; a doubled quote stands for one. Blanks around a cell are dropped and an
/// empty cell is nil. Line breaks may be LF, CR LF or CR.
struct DelimitedScanner {
  /// One row and the line on which it begins.
  struct Row {
    var line: Int
    var cells: [String?]
    /// Where each cell stands among the bytes, with its quotes and the blanks around it.
    var spans: [Range<Int>] = []
  }

  /// Cells longer than this are a forgotten quote or no table.
  static let cellLimit = 1 << 20
  /// More columns than any table has.
  static let columnLimit = 10_000

  private let bytes: [UInt8]
  private let path: String
  private let separator: UInt8
  private var index: Int
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// A place between two rows.
  struct Mark {
    fileprivate var index: Int
    fileprivate var line: Int
  }

  /// Where the scanner stands.
  var mark: Mark { Mark(index: index, line: line) }
  /// Whether it stands at the end of its bytes.
  var isExhausted: Bool { index >= bytes.count }

  /// The separator.
  var separatorCharacter: Character { Character(Unicode.Scalar(separator)) }
  /// The separator as a person would call it.
  var separatorName: String { separator == 0x09 ? "tab" : "'\(Character(Unicode.Scalar(separator)))'" }

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    // Excel's own hint, on a line of its own: sep=;
    if bytes.count > 5, bytes.starts(with: Array("sep=".utf8)),
      bytes[5] == Self.lineFeed || bytes[5] == Self.carriageReturn
    {
      separator = bytes[4]
      index = bytes[5] == Self.carriageReturn && bytes.count > 6 && bytes[6] == Self.lineFeed ? 7 : 6
      line = 2
    } else {
      separator = Self.detectSeparator(bytes)
      index = 0
    }
  }

  /// The bytes behind a mark.
  func bytes(from mark: Mark) -> [UInt8] { Array(bytes[mark.index...]) }

  /// A scanner that goes on at a mark, whose bytes now are others.
  func continued(on bytes: [UInt8], at mark: Mark) -> DelimitedScanner {
    DelimitedScanner(bytes, path: path, separator: separator, line: mark.line)
  }

  private init(_ bytes: [UInt8], path: String, separator: UInt8, line: Int) {
    self.bytes = bytes
    self.path = path
    self.separator = separator
    self.line = line
    index = 0
  }

  /// The commonest of comma, semicolon and tab in the first line that is not empty, outside quotes.
  private static func detectSeparator(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, 0x09: 0]
    var isQuoted = false
    var hasText = false
    for byte in bytes.prefix(cellLimit) {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn {
        if hasText { break }
        continue
      }
      hasText = true
      if let count = counts[byte] { counts[byte] = count + 1 }
    }
    let comma = UInt8(ascii: ",")
    return [UInt8(ascii: ";"), 0x09].reduce(comma) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }

  /// The next row that is not an empty line; nil at the end.
  mutating func nextRow() throws(GeoFileError) -> Row? {
    while index < bytes.count, isLineBreak(bytes[index]) { skipLineBreak() }
    guard index < bytes.count else { return nil }
    var row = Row(line: line, cells: [])
    while true {
      let start = index
      row.cells.append(try nextCell())
      row.spans.append(start..<index)
      if row.cells.count > Self.columnLimit {
        throw GeoFileError(
          .badText, path: path, row: .line(row.line), problem: "not a table: more than \(Self.columnLimit) columns")
      }
      guard index < bytes.count else { return row }
      if bytes[index] == separator {
        index += 1
      } else {
        skipLineBreak()
        return row
      }
    }
  }

  /// The cell at the index, which then stands on a separator, a line break or the end.
  private mutating func nextCell() throws(GeoFileError) -> String? {
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == Self.quote { return try quotedCell() }
    let start = index
    while index < bytes.count, bytes[index] != separator, !isLineBreak(bytes[index]) { index += 1 }
    try checkLength(from: start, line: line)
    var end = index
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return end > start ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
  }

  private mutating func quotedCell() throws(GeoFileError) -> String? {
    let firstLine = line
    let start = index
    var cell: [UInt8] = []
    index += 1
    while true {
      guard index < bytes.count else {
        throw GeoFileError(
          .badText, path: path, row: .line(firstLine), problem: "a quote is opened and never closed",
          remedy: "close it, or double a quote that belongs to the value")
      }
      let byte = bytes[index]
      if byte == Self.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
        index += 1
      }
      if isLineBreak(byte) {
        cell.append(Self.lineFeed)
        skipLineBreak()
      } else {
        cell.append(byte)
        index += 1
      }
      try checkLength(from: start, line: firstLine)
    }
    index += 1
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index == bytes.count || bytes[index] == separator || isLineBreak(bytes[index]) else {
      throw GeoFileError(
        .badText, path: path, row: .line(line), problem: "text after a closing quote",
        remedy: "double a quote that belongs to the value")
    }
    let text = String(decoding: cell, as: UTF8.self)
    let trimmed = text.drop(while: \.isWhitespace)
    return trimmed.isEmpty ? nil : String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
  }

  private func checkLength(from start: Int, line: Int) throws(GeoFileError) {
    guard index - start > Self.cellLimit else { return }
    throw GeoFileError(
      .badText, path: path, row: .line(line), problem: "a value of more than \(Self.cellLimit >> 20) MiB",
      remedy: "look for a quote that is opened and never closed")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0C || (byte == 0x09 && separator != 0x09) }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

  private mutating func skipLineBreak() {
    if bytes[index] == Self.carriageReturn, index + 1 < bytes.count, bytes[index + 1] == Self.lineFeed { index += 1 }
    index += 1
    line += 1
  }
}
