import ArgumentParser
import Atalaya

/// Compares two plans.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two plans: what changes in coverage, times, windows and cost.",
    discussion: """
      Reads plan.json of two folders that `atalaya plan` has written, prints what the second changes against the first, \
      and writes comparison.html, one page for people that opens from disk without a network, and comparison.json, for \
      programs, whose keys --schema describes. Radars, flights, assets and strips are the same where their ids are.

      Examples:
        atalaya plan GeoData/vraem --output today
        atalaya plan GeoData/vraem --purchase valley-low --output bought
        atalaya compare today bought
        atalaya compare today bought --format json | jq .coverage
      """)

  @Argument(help: "The folder of the first plan, or its plan.json.", completion: .directory)
  var before: String?

  @Argument(help: "The folder of the second plan, or its plan.json.", completion: .directory)
  var after: String?

  @Option(name: .shortAndLong, help: "The folder for the files; made when it is not there.", completion: .directory)
  var output = "comparison"

  @Option(help: "table (the summary) or json (comparison.json as it is written).")
  var format: AnswerFormat = .table

  @Option(help: "The language in which comparison.html opens: en or es; the reader can change it.")
  var language: ReportLanguage = .en

  @Option(
    help: "Units of outputs for people: metric or aviation (default: those of both plans, metric where they differ).")
  var units: UnitSystem?

  @Flag(help: "Print the JSON Schema of comparison.json, and compare nothing.")
  var schema = false

  func validate() throws {
    guard schema || after != nil else { throw ValidationError("Name two plans, as in: today bought") }
  }

  func run() throws {
    guard let before, let after, !schema else { return Console.print(PlanComparison.schema, terminator: "") }
    var comparison: PlanComparison
    let files: PlanFiles
    let notes: [String]
    do throws(GeoFileError) {
      comparison = try PlanComparison(before: before, after: after)
      if let units { comparison.units = units }
      files = PlanFiles(of: comparison, language: language)
      notes = try files.write(to: output) { Console.waiting(for: output) }
    } catch {
      throw Console.failure(error.description)
    }
    for line in notes { Console.note("note: \(line)") }
    switch format {
    case .table: Console.print(comparison.summary + files.summary(folder: output), terminator: "")
    case .json: Console.print(comparison.json, terminator: "")
    }
  }
}
