/// One thing that is wrong, or doubtful, in the files of a scenario.
public struct ScenarioProblem: Sendable, Hashable {
  /// Whether the scenario can be used in spite of it.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// It cannot.
    case error
    /// It can, but the planner should look.
    case warning
  }

  /// The kind of problem.
  public enum Code: String, Sendable, Hashable, CaseIterable {
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
  }

  /// Error or warning.
  public var severity: Severity
  /// The kind of problem.
  public var code: Code
  /// The file, as the scenario names it.
  public var file: String
  /// The line of a text file, from 1; nil when the problem has none.
  public var line: Int?
  /// The row of a table that has no lines, from 1.
  public var row: Int?
  /// The field, key or column; nil when the problem is not in one.
  public var field: String?
  /// What is wrong.
  public var what: String
  /// What would be right; empty when there is nothing to add.
  public var remedy: String

  /// A problem.
  public init(
    _ severity: Severity, _ code: Code, file: String, line: Int? = nil, row: Int? = nil, field: String? = nil,
    what: String, remedy: String = ""
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.row = row
    self.field = field
    self.what = what
    self.remedy = remedy
  }
}

extension ScenarioProblem: CustomStringConvertible {
  /// Where it is, as editors understand it: `bases.csv:7`, `sites.gpkg: row 3`.
  public var place: String {
    if let line { return "\(file):\(line)" }
    if let row { return "\(file): row \(row)" }
    return file
  }

  /// What is wrong and what would be right, without the place.
  public var message: String { remedy.isEmpty ? what : "\(what) (\(remedy))" }

  /// One line: `bases.csv:7: latitude: 95° is outside −90°…90° (…)`.
  public var description: String {
    [place, field, message].compactMap { $0 }.joined(separator: ": ")
  }
}
