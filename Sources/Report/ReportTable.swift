/// Rows for the console, CSV and JSON.
public struct ReportTable: Sendable, Hashable {
  /// One value.
  public enum Cell: Sendable, Hashable {
    /// No value: `–` on the console, nothing in CSV, null in JSON.
    case empty
    /// Text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A real number, rounded to the decimals of its column; what is not finite counts as no value.
    case number(Double)
    /// `yes` or `no`; a truth value in JSON.
    case flag(Bool)

    /// A text, or no value.
    static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    /// A real number, or no value.
    static func optional(_ number: Double?) -> Cell { number.map { .number($0) } ?? .empty }
  }

  /// What a column holds and how it is shown.
  public struct Column: Sendable, Hashable {
    /// Its name in CSV and JSON, with the unit: `distance_km`.
    public var key: String
    /// Its head on the console.
    public var heading: String
    /// The unit under that head; empty when it has none.
    public var unit: String
    /// Decimals of numbers in CSV and JSON.
    public var decimals: Int
    /// Decimals of numbers on the console; nil for a column that the console leaves out.
    public var consoleDecimals: Int?
    /// The schema of its values in JSON.
    var schema = JSON.anything
  }

  /// The columns, in order.
  public var columns: [Column]
  /// The rows, each with one cell per column.
  public private(set) var rows: [[Cell]] = []

  /// A table without rows.
  init(_ columns: [Column]) { self.columns = columns }

  /// Appends a row.
  /// - Precondition: one cell per column.
  mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(row.count) cells in a table of \(columns.count) columns")
    rows.append(row)
  }

  /// Drops all rows but the first ones.
  mutating func keep(first count: Int) { rows = Array(rows.prefix(count)) }

  /// The same table with other values where a column has none.
  /// - Parameter cells: One for each row.
  func filling(_ key: String, _ cells: [Cell]) -> ReportTable {
    guard let index = columns.firstIndex(where: { $0.key == key }) else { return self }
    var table = self
    for (row, cell) in zip(rows.indices, cells) where rows[row][index] == .empty { table.rows[row][index] = cell }
    return table
  }

  /// The same table with only the rows in which a column holds one of some texts.
  public func filtered(_ key: String, among texts: [String]) -> ReportTable {
    guard let index = columns.firstIndex(where: { $0.key == key }) else { return self }
    var table = self
    table.rows = rows.filter { row in
      switch row[index] {
      case .text(let text): texts.contains(text)
      case .flag(let flag): texts.contains(flag ? "yes" : "no")
      case .integer(let number): texts.contains(String(number))
      case .number, .empty: false
      }
    }
    return table
  }
}
