internal import Foundation
internal import Units

extension ReportTable {
  /// The table as RFC 4180 has it: UTF-8, commas, CRLF, quotes where they are needed, a head with the units in the names.
  ///
  /// Numbers have a decimal point and no grouping. A text that a spreadsheet would take for a formula (it begins with
  /// `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe before it; characters that a terminal obeys become
  /// `U+FFFD` (``TerminalText/harmless(_:)``), line feeds and tabs stay.
  public var csv: String {
    var text = columns.map { Self.quoted($0.key) }.joined(separator: ",") + "\r\n"
    for row in rows {
      let cells = zip(columns, row).map { column, cell in Self.csv(cell, decimals: column.decimals) }
      text += cells.joined(separator: ",") + "\r\n"
    }
    return text
  }

  private static func csv(_ cell: Cell, decimals: Int) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): quoted(harmless(text))
    case .integer(let number): String(number)
    case .number(let number): DecimalText.text(number, decimals: decimals) ?? ""
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  /// OWASP, CSV Injection: these first characters start a formula in spreadsheets, the full-width forms in some of them.
  private static func harmless(_ text: String) -> String {
    let text = TerminalText.harmless(text)
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
