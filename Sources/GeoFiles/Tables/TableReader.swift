internal import Foundation
internal import Units

/// Reads a text table row after row, in memory that does not grow with the file.
///
/// The rules are those of text layers (RFC 4180 with the separators of spreadsheets): quotes protect separators and line
/// breaks, blanks around a value are dropped, an empty value is nil, empty lines are skipped. Text that is not UTF-8 is
/// taken as Windows-1252.
package struct TableReader {
  /// One row and the line on which it begins.
  package struct Row: Sendable, Hashable {
    /// The line; the head is line 1.
    package var line: Int
    /// The values, one per column.
    package var cells: [String?]
  }

  /// The file, as the caller named it.
  package let path: String
  /// The columns, as the first line names them.
  package private(set) var columns: [String] = []
  /// What is odd but was read.
  package private(set) var warnings: [GeoFileWarning] = []

  /// The separator of the columns.
  package var separator: Character { scanner.separatorCharacter }

  private let file: FileHandle
  private let chunk: Int
  private var scanner: DelimitedScanner
  private var isAtEnd = false
  private var bytesRead = 0

  /// How much is read at once; longer rows are read in several steps.
  static let chunkSize = 1 << 20

  /// Opens a table and reads its head.
  ///
  /// - Throws: ``GeoFileError`` when the file does not exist, cannot be read, is not text, or is empty.
  package init(path: String) throws(GeoFileError) { try self.init(path: path, chunk: Self.chunkSize) }

  init(path: String, chunk: Int) throws(GeoFileError) {
    let source = try LayerSource(path: path)
    guard let file = FileHandle(forReadingAtPath: source.source) else {
      throw GeoFileError(
        .unreadable, path: path, problem: "the file cannot be opened", remedy: "unpack an archive before")
    }
    self.path = path
    self.file = file
    self.chunk = chunk
    scanner = DelimitedScanner([], path: path)
    scanner = DelimitedScanner(try more(after: []), path: path)
    guard let head = try row() else {
      throw GeoFileError(.badText, path: path, problem: "the file is empty", remedy: "its first line names the columns")
    }
    columns = head.cells.enumerated().map { $1 ?? "column \($0 + 1)" }
    var seen: Set<String> = []
    for name in columns where !seen.insert(name).inserted {
      throw GeoFileError(
        .badText, path: path, row: .line(head.line), field: name, problem: "two columns of this name",
        remedy: "name every column once")
    }
  }

  /// The next row that holds a value; nil at the end.
  ///
  /// - Throws: ``GeoFileError``, also with code ``GeoFileFault/badRow`` for more values than columns; reading may go on
  ///   after that one.
  package mutating func next() throws(GeoFileError) -> Row? {
    while let row = try row() {
      if row.cells.allSatisfy({ $0 == nil }) { continue }
      if row.cells.dropFirst(columns.count).contains(where: { $0 != nil }) {
        throw GeoFileError(
          .badRow, path: path, row: .line(row.line),
          problem: "\(row.cells.count) values under \(columns.count) columns",
          remedy: "put quotes around a value that holds the separator \(scanner.separatorName)")
      }
      var cells = Array(row.cells.prefix(columns.count))
      while cells.count < columns.count { cells.append(nil) }
      return Row(line: row.line, cells: cells)
    }
    return nil
  }

  /// The next row of the scanner; when it touches the end of what is in memory, the rest is read first.
  private mutating func row() throws(GeoFileError) -> DelimitedScanner.Row? {
    while true {
      let before = scanner.mark
      let row: DelimitedScanner.Row?
      do throws(GeoFileError) {
        row = try scanner.nextRow()
      } catch {
        if isAtEnd || !scanner.isExhausted { throw error }
        try refill(from: before)
        continue
      }
      if isAtEnd || !scanner.isExhausted { return row }
      try refill(from: before)
    }
  }

  private mutating func refill(from mark: DelimitedScanner.Mark) throws(GeoFileError) {
    let rest = scanner.bytes(from: mark)
    scanner = scanner.continued(on: try more(after: rest), at: mark)
  }

  /// Some bytes, and those that the file goes on with, as UTF-8.
  private mutating func more(after rest: [UInt8]) throws(GeoFileError) -> [UInt8] {
    var fresh: [UInt8] = []
    // Not less than what is there already, so that a long row is not read again and again.
    let wanted = max(chunk, rest.count)
    while fresh.count < wanted, !isAtEnd {
      let data: Data?
      do { data = try file.read(upToCount: wanted - fresh.count) } catch {
        throw GeoFileError(.unreadable, path: path, problem: error.localizedDescription)
      }
      guard let data, !data.isEmpty else {
        isAtEnd = true
        break
      }
      fresh += data
    }
    // Text is decoded up to a line break, where no character is cut.
    while !isAtEnd, let last = fresh.last, last != 0x0A {
      guard let data = try? file.read(upToCount: 1), let byte = data.first else {
        isAtEnd = true
        break
      }
      fresh.append(byte)
      if fresh.count > wanted + DelimitedScanner.cellLimit { break }
    }
    if let position = fresh.firstIndex(where: TextEncoding.isNoText) {
      throw TextEncoding.notText(fresh[...], at: position, offset: bytesRead, path: path)
    }
    bytesRead += fresh.count
    let text = try TextEncoding.decode(fresh, path: path)
    for warning in text.warnings where !warnings.contains(warning) { warnings.append(warning) }
    return rest + text.bytes
  }
}
