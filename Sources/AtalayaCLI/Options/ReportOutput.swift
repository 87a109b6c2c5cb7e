import ArgumentParser
import Atalaya

extension SitingReport: FolderReport {
  var planFiles: PlanFiles { PlanFiles(of: self) }
}

extension LeakReport: FolderReport {
  var planFiles: PlanFiles { PlanFiles(of: self) }
}

extension ReachReport: FolderReport {
  var planFiles: PlanFiles { PlanFiles(of: self) }
}

/// How a report is printed and written, alike for every command that makes one.
struct ReportOutput: ParsableArguments {
  @Option(
    name: .customLong("format"), help: "table (everything, for reading), csv (the main table) or json (everything).")
  var chosenFormat: OptionValue<TableFormat> = "table"

  var format: TableFormat { chosenFormat.value ?? .table }

  @Option(name: .shortAndLong, help: "The folder for the files; created if missing.", completion: .directory)
  var output: String?

  /// Reports units where no reader is served.
  func check(_ usage: inout Usage, _ options: ScenarioOptions) {
    usage.refuse(
      with: "--format \(format.rawValue)", format != .table, ["--units": options.units != nil],
      because: "its keys say the units")
  }

  /// Reports options whose results csv does not have, where no files are written either.
  func check(_ usage: inout Usage, besidesTable options: KeyValuePairs<String, Bool>) {
    usage.check("--format", chosenFormat)
    usage.check(folder: output)
    usage.require("--format table or json, or with --output", format != .csv || output != nil, for: options)
  }

  /// Writes the files, and prints the report.
  /// - Parameter text: The report for reading, and what is said of the files in it; nil for no files.
  func print(
    _ report: some FolderReport, about scenario: Scenario, isQuiet: Bool, text: (_ files: String?) -> String
  ) throws {
    var summary: String?
    if let output {
      let files = report.planFiles
      do throws(GeoFileError) {
        let notes = try files.write(to: output, about: scenario) { Console.waiting(for: output) }
        if !isQuiet { for line in notes { Console.note("note: \(line)") } }
      } catch { throw Console.failure(error) }
      summary = files.summary(folder: output)
    }
    switch format {
    case .table: Console.result(text(summary))
    case .csv: Console.result(report.table.csv)
    case .json: Console.result(report.json)
    }
  }
}
