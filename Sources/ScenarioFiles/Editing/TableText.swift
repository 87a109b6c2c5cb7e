import GeoFiles

/// A text table of which single cells and rows are changed; quotes, separators, line breaks and everything else stay.
struct TableText {
  private let spans: TableSpans
  private let style: TextStyle
  private let separator: String

  /// - Throws: ``GeoFileError`` for what is no table.
  init(_ bytes: [UInt8], path: String) throws(GeoFileError) {
    spans = try TableSpans(bytes, path: path)
    style = TextStyle(bytes)
    separator = String(Unicode.Scalar(spans.separator))
  }

  private var rows: ArraySlice<TableSpans.Row> { spans.rows.dropFirst() }

  /// The table with other cells in one of its rows.
  /// - Parameters:
  ///   - line: The line on which the row begins.
  ///   - cells: The texts by the index of their column; an empty one empties the cell.
  ///   - added: Columns that the table does not have yet, with the text of this row.
  func setting(line: Int, _ cells: [Int: String], adding added: [(name: String, text: String)]) -> [UInt8]? {
    guard let row = rows.first(where: { $0.line == line }) else { return nil }
    var changes: [(Range<Int>, String)] = []
    for (column, text) in cells where column < row.spans.count && row.cells[column] ?? "" != text {
      changes.append((row.spans[column], quoted(text, in: row.spans[column])))
    }
    let width = added.isEmpty ? (cells.keys.max() ?? -1) + 1 : spans.rows[0].spans.count
    for each in added.isEmpty ? [row] : spans.rows {
      // Rows that are shorter than the head get the cells that they lack.
      var texts = (min(each.spans.count, width)..<width).map { each.line == line ? quoted(cells[$0] ?? "") : "" }
      texts += added.map { quoted(each.line == spans.rows[0].line ? $0.name : each.line == line ? $0.text : "") }
      let end = each.span.upperBound
      if !texts.isEmpty { changes.append((end..<end, texts.map { separator + $0 }.joined())) }
    }
    return bytes(changes)
  }

  /// The table with one more row at its end.
  func appending(_ cells: [Int: String], adding added: [(name: String, text: String)]) -> [UInt8] {
    guard let head = spans.rows.first, let last = spans.rows.last else { return spans.bytes }
    var changes: [(Range<Int>, String)] = []
    if !added.isEmpty {
      for each in spans.rows {
        let gap = String(repeating: separator, count: max(0, head.spans.count - each.spans.count))
        let texts = added.map { separator + (each.line == head.line ? quoted($0.name) : "") }
        changes.append((each.span.upperBound..<each.span.upperBound, gap + texts.joined()))
      }
    }
    let texts = (0..<head.spans.count).map { quoted(cells[$0] ?? "") } + added.map { quoted($0.text) }
    let end = last.span.upperBound
    changes.append((end..<end, style.lineBreak + texts.joined(separator: separator)))
    return bytes(changes)
  }

  /// The table without one of its rows.
  func removing(line: Int) -> [UInt8]? {
    guard let row = rows.first(where: { $0.line == line }) else { return nil }
    var (start, end) = (row.span.lowerBound, row.span.upperBound)
    let all = spans.bytes
    if end < all.count {
      end += all[end] == 0x0D && end + 1 < all.count && all[end + 1] == 0x0A ? 2 : 1
    } else if start > 0 {
      start -= all[start - 1] == 0x0A && start > 1 && all[start - 2] == 0x0D ? 2 : 1
    }
    return bytes([(start..<end, "")])
  }

  /// A cell as the table writes it.
  private func quoted(_ text: String, in span: Range<Int>? = nil) -> String {
    let wasQuoted = span.map { spans.bytes[$0].contains(UInt8(ascii: "\"")) } ?? false
    let needs =
      text.contains(separator) || text.contains { $0 == "\"" || $0.isNewline } || text.first?.isWhitespace == true
      || text.last?.isWhitespace == true
    return needs || wasQuoted && !text.isEmpty ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  private func bytes(_ changes: [(Range<Int>, String)]) -> [UInt8] {
    var bytes = spans.bytes
    // Two changes at one place: the later of the list comes behind the earlier.
    for (_, change) in changes.enumerated().sorted(by: {
      ($0.element.0.lowerBound, $0.offset) > ($1.element.0.lowerBound, $1.offset)
    }) {
      bytes.replaceSubrange(change.0, with: change.1.utf8)
    }
    return style.mark + bytes
  }
}
