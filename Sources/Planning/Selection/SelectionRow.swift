internal import Placement
internal import Units

/// A row of a selection's table with its values by column.
struct SelectionRow {
  let line: Int
  let cells: [String?]
  let places: [String: Int]
  /// How numbers are read.
  let reading: NumberReading

  static let twoReadings = "state the decimal mark of the tables: --decimal comma or --decimal point"

  /// The text of a column; nil where it is empty or the column absent.
  subscript(_ column: String) -> String? { places[column.lowercased()].flatMap { cells[$0] } }

  /// A text that must be there.
  func text(_ column: String, _ problems: inout SelectionProblems) -> String? {
    if let text = self[column] { return text }
    problems.append(line, column, "is empty")
    return nil
  }

  /// A number, zero or more; a missing one is an error unless there is another to take.
  func number(_ column: String, _ problems: inout SelectionProblems, orMissing other: Double? = nil) -> Double {
    guard let text = self[column] else {
      if let other { return other }
      problems.append(line, column, "is empty")
      return 0
    }
    // The fast way for the millions of plain numbers; NumberText says what is wrong with others.
    let isPlain = reading == .asWritten || reading == .known(.point) || !text.utf8.contains(UInt8(ascii: "."))
    if isPlain, let number = Double(text), number >= 0, number.isFinite { return number }
    let number: Double
    do throws(QuantityError) { number = try NumberText.parse(text, reading) } catch {
      if error.code == .ambiguousNumber {
        problems.append(line, column, "“\(text)” has two readings", remedy: Self.twoReadings)
      } else {
        problems.append(line, column, "“\(text)” is not a number")
      }
      return 0
    }
    if number < 0 { problems.append(line, column, "“\(text)” is below zero") }
    return max(0, number)
  }

  /// Yes or no; an empty value is no.
  func flag(_ column: String, _ problems: inout SelectionProblems) -> Bool {
    guard let text = self[column] else { return false }
    if let value = YesNo.parse(text) { return value }
    problems.append(line, column, "“\(text)” is neither yes nor no")
    return false
  }
}
