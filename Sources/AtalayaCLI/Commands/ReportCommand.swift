import ArgumentParser
import Atalaya

/// `atalaya report`
struct ReportCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a scenario: one HTML page with map, charts and tables.",
    discussion: """
      Plans the scenario as `atalaya plan` does, and writes report.html only. The page is one file that opens without a \
      network, prints to A4 and works on a phone. A click on its map shows what is seen there and who arrives first. The page \
      makes no network request unless the reader turns on the online base map, which names its host.

      The map library is Debian's libjs-leaflet, read from \(MapLibrary.systemFolder) when the page is written. Without it, \
      or with --no-map, the map is a picture. --png also writes the map and the charts as pictures for slides, with \
      rsvg-convert (Debian: librsvg2-bin).

      Exit code: 0 done; 1 the scenario or the output folder cannot be used; 3 the report is written, but the plan misses one \
      of the scenario's requirements; 64 wrong usage.

      Examples:
        atalaya report GeoData/vraem
        atalaya report GeoData/vraem --language es --output informe --png
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var questions: QuestionOptions

  @Option(name: .shortAndLong, help: "The folder for the files; created if missing.", completion: .directory)
  var output = "plan"

  @Flag(help: "Also write the map and every chart as PNG, 1920 pixels wide, and as SVG.")
  var png = false

  func check(_ usage: inout Usage) {
    options.check(&usage)
    page.check(&usage)
    usage.check(folder: output)
    questions.check(&usage)
  }

  func run() async throws {
    let plan = try await options.plan(questions)
    let files: PlanFiles
    let notes: [String]
    do throws(GeoFileError) {
      let page = try page.page(of: plan, options, questions)
      files = PlanFiles(of: page, drawings: png, pictures: png ? try Pictures.all(of: page) : [])
      notes = try files.write(to: output, about: plan.scenario) { Console.waiting(for: output) }
    } catch {
      throw Console.failure(error)
    }
    Console.print(files.summary(folder: output), terminator: "")
    if !options.quiet { for line in notes { Console.note("note: \(line)") } }
    guard plan.meetsRequirements else { throw plan.missedRequirements }
  }
}
