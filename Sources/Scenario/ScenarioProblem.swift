public import Units

/// One error or warning about the files of a scenario.
public typealias ScenarioProblem = Fault<ScenarioFault>

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
