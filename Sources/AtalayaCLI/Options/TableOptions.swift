import ArgumentParser
import Atalaya

/// The format of rows, alike for every command that prints them.
struct TableOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: "table (aligned and rounded, for reading), csv or json (the rows of the plan’s files) (default: table).")
  var chosen: OptionValue<TableFormat>?

  var format: TableFormat { chosen?.value ?? .table }
  var isGiven: Bool { chosen != nil }

  /// Reports units where no reader is served.
  func check(_ usage: inout Usage, _ options: ScenarioOptions) {
    usage.check("--format", chosen)
    usage.refuse(
      with: "--format \(format.rawValue)", format != .table, ["--units": options.units != nil],
      because: "its keys say the units")
  }

  /// Prints a table in the units of a scenario; that for programs keeps its own, those of its texts among them.
  func print(in units: UnitSystem, ifEmpty note: String, _ table: () -> ReportTable) {
    (format == .table ? units : .metric).writing { print(table(), ifEmpty: note) }
  }

  /// Prints a table; an empty one says so to readers, and is an empty list or a lone head to programs.
  func print(_ table: ReportTable, ifEmpty note: String) {
    switch format {
    case .table where table.rows.isEmpty: Console.note(note)
    case .table: Console.result(table.text())
    case .csv: Console.result(table.csv)
    case .json: Console.result(table.json)
    }
  }

  /// Prints the plan's warnings to standard error, for readers only.
  func printWarnings(_ plan: Plan, unless isQuiet: Bool) {
    Console.warn(plan.warnings, unless: format != .table || isQuiet)
  }
}
