public import Units

/// One thing that is wrong, or doubtful, in the files of a scenario.
public typealias ScenarioProblem = Fault<ScenarioFault>

/// Kinds of problems in the files of a scenario.
public enum ScenarioFault: String, FaultCode {
  /// A file or folder that is missing or cannot be read.
  case file
  /// A file whose text cannot be understood.
  case syntax
  /// A required field, column or key that is missing.
  case missing
  /// A field, key or layer that the format does not have.
  case unknownField
  /// A value that cannot be read: a number, a unit, a time, a word.
  case value
  /// A value outside its range, or at odds with another.
  case range
  /// An id that nothing has.
  case reference
  /// An id that two rows have.
  case duplicate
  /// A position or geometry that cannot be used or looks wrong.
  case position
  /// Something that is left out and matters.
  case incomplete

  /// Where it is, as editors understand it: `bases.csv:7: latitude`, `sites.gpkg: row 3: name`.
  public static func text(of place: FaultPlace) -> String {
    var file = place.file
    switch place.row {
    case .line(let line): file = file.map { "\($0):\(line)" }
    case .row(let row): file = file.map { "\($0): row \(row)" }
    case nil: break
    }
    return [file, place.field].compactMap { $0 }.joined(separator: ": ")
  }

  /// The problem, and what would be right in brackets.
  public static func text(of problem: String, remedy: String) -> String { "\(problem) (\(remedy))" }
}

extension Fault<ScenarioFault> {
  /// The file, as the scenario names it.
  public var file: String { place.file ?? "" }

  /// The line of a text file, from 1; nil when the problem has none.
  public var line: Int? {
    guard case .line(let line) = place.row else { return nil }
    return line
  }

  /// The row of a table that has no lines, from 1.
  public var row: Int? {
    guard case .row(let row) = place.row else { return nil }
    return row
  }

  /// The field, key or column; nil when the problem is not in one.
  public var field: String? { place.field }
}
