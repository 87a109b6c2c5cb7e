import ArgumentParser
import Atalaya

/// `atalaya compare`
struct CompareCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two plans: what changes in coverage, times, windows and cost.",
    discussion: """
      Reads plan.json from two folders that `atalaya plan` has written and prints what the second plan changes. Also writes \
      comparison.html, one page for people that opens without a network, and comparison.json for programs, whose keys \
      --schema describes. Radars, flights, assets and strips are matched by id.

      Exit code: 0 done; 1 a plan or the output folder cannot be used; 64 wrong usage.

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

  @Option(
    name: .shortAndLong, help: "The folder for the files; created if missing (default: comparison).",
    completion: .directory)
  var output: String?

  @Option(help: "table (the summary) or json (comparison.json as written) (default: table).")
  var format: OptionValue<AnswerFormat>?

  @Option(help: "Language in which comparison.html opens, \(PageOptions.codes); readers can switch (default: en).")
  var language: OptionValue<ReportLanguage>?

  @Option(
    help: "Units of outputs for people: metric or aviation (default: those of both plans, metric if they differ).")
  var units: OptionValue<UnitSystem>?

  @Flag(help: "Print the JSON Schema of comparison.json.")
  var schema = false

  func check(_ usage: inout Usage) {
    if !schema, after == nil { usage.report("name two plans, as in: today bought") }
    usage.check("--format", format)
    usage.check("--language", language)
    usage.check("--units", units)
    usage.check(folder: output)
    usage.refuse(
      with: "--schema", schema,
      [
        "plans": before != nil, "--output": output != nil, "--format": format != nil, "--language": language != nil,
        "--units": units != nil,
      ], because: "it compares nothing")
  }

  func run() throws {
    guard let before, let after else { return Console.result(PlanComparison.schema) }
    let output = output ?? "comparison"
    let (units, language) = (try units?.get(), try language?.get() ?? .en)
    var comparison: PlanComparison
    let files: PlanFiles
    let notes: [String]
    do throws(GeoFileError) {
      comparison = try PlanComparison(before: before, after: after)
      if let units { comparison.units = units }
      files = PlanFiles(of: comparison, language: language)
      notes = try files.write(to: output) { Console.waiting(for: output) }
    } catch {
      throw Console.failure(error)
    }
    for line in notes { Console.note("note: \(line)") }
    Console.result(format?.value == .json ? comparison.json : comparison.summary + files.summary(folder: output))
  }
}
