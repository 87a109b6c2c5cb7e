import ArgumentParser
import Atalaya

/// Plans a scenario from end to end.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a scenario: what is seen, who gets there in time, what the purchases would change.",
    discussion: """
      Reads the scenario, measures today's radars and every purchase against every expected flight, and prints the answers \
      in about ten lines. Then it writes to the output folder:

        report.html       everything, for people: map, charts, tables; opens from disk without a network
        plan.json         everything, for programs; --schema describes its keys
        responses.csv     every asset to every strip by day and by night
        windows.csv       every flight against every asset
        required.csv      how far out the flights to each strip must be seen
        coverage.csv      how far radars see and areas, by altitude
        routes.csv        what is seen along the way of each flight (with terrain)
        coverage.gpkg     all layers, for QGIS and other GIS
        coverage.geojson  the coverage, for web maps
        plan.kml          the map, for Google Earth

      and, where the scenario has terrain:

        floor.tif         the lowest altitude above sea level at which a radar sees, metres
        second_floor.tif  the same for two radars
        radar.tif         which radar it is
        seen_from.tif     the lowest altitude band above ground at which a radar sees, as coloured classes

      each with a .qml of the same name, the style by which QGIS draws it.

      With --budget it also proposes what to buy and where to put it, as `atalaya place` does: in the summary, in plan.json \
      under placement, on the page, as the layer purchases, and among the purchases that are compared. With --leak it adds \
      the least-observed route to each strip, as `atalaya leak` does: in the summary, in plan.json under leak, on the page, \
      and as the layer ways of coverage.gpkg and plan.kml. With --purchase the list of --budget is on top of that purchase: \
      on sites that it leaves free, its price not part of the budget.

      Files are first written whole and then take the place of the old ones; a failure leaves the old files as they were. \
      Warnings go to standard error and into plan.json. Without terrain the Earth is smooth: coverage, warnings and \
      meetings are then estimates.

      Exit code: 0 done; 1 the scenario or the output folder cannot be used; 3 the plan is written, but misses what the \
      scenario's requirements demand; 64 wrong usage.

      Examples:
        atalaya plan GeoData/vraem
        atalaya plan GeoData/vraem --purchase plan-2014 --output with-plan-2014
        atalaya plan GeoData/vraem --budget "USD 71M" --objective track
        atalaya plan GeoData/vraem --leak "300 m" --candidates 10
        atalaya plan GeoData/vraem --format json | jq .outcome
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var stages: StageOptions

  @Option(name: .shortAndLong, help: "The folder for the files; made when it is not there.", completion: .directory)
  var output = "plan"

  @Option(help: "table (the summary) or json (plan.json as it is written).")
  var format: AnswerFormat = .table

  @Flag(help: "Also write the map and every chart as PNG, 1920 pixels wide, and as SVG; see `atalaya report`.")
  var png = false

  @Flag(help: "Print the JSON Schema of plan.json, and plan nothing.")
  var schema = false

  func validate() throws {
    if !schema { try options.folder() }
  }

  func run() async throws {
    if schema { return Console.print(Plan.schema, terminator: "") }
    let plan = try await options.plan(stages)
    let files: PlanFiles
    let notes: [String]
    do {
      let page = try page.page(of: plan, options, stages)
      files = try PlanFiles(of: plan, page: page, drawings: png, pictures: png ? try Pictures.all(of: page) : [])
      notes = try files.write(to: output, about: plan.scenario) { Console.waiting(for: output) }
    } catch {
      throw Console.failure(error.description)
    }
    switch format {
    case .table:
      Console.print(plan.summary + files.summary(folder: output), terminator: "")
    case .json: Console.print(plan.json, terminator: "")
    }
    if !options.quiet { for line in notes { Console.note("note: \(line)") } }
    if !options.quiet { for line in plan.warnings { Console.note("warning: \(line)") } }
    guard plan.meetsRequirements else {
      for check in plan.requirementChecks where !check.isMet { Console.note("requirement missed: \(check)") }
      throw ExitCode(3)
    }
  }
}
