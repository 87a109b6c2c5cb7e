import ArgumentParser
import Atalaya

/// `atalaya leak`
struct LeakCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leak",
    abstract: "Find the least-observed route to each strip, and which radar would close the widest gap.",
    discussion: discussion)

  @OptionGroup var options: ScenarioOptions

  @OptionGroup var route: RouteOptions
  @OptionGroup var proposals: ProposeOptions

  @Option(help: "table (everything, for reading), csv (the strips) or json (everything).")
  var format: TableFormat = .table

  @Option(name: .shortAndLong, help: "The folder for the files; created if missing.", completion: .directory)
  var output: String?

  func check(_ usage: inout Usage) {
    options.check(&usage)
    route.check(&usage)
    proposals.check(&usage)
    usage.require("--candidates", route.count > 0, for: ["--propose": proposals.propose != nil])
    usage.require(
      "--format table or json, or with --output", format != .csv || output != nil,
      for: ["--candidates": route.count > 0])
  }

  func run() async throws {
    let progress = ProgressLine(isQuiet: options.quiet)
    defer { progress.clear() }
    let scenario = try proposals.adding(to: try load(), progress)
    if !options.quiet { AmountText.noteFlightLevels([route.height?.text, route.ceiling?.text]) }
    if route.unknown != nil, scenario.terrain == nil {
      throw ValidationError("--unknown goes with terrain, and the scenario names none")
    }
    var purchase: Scenario.Purchase?
    if let id = options.purchase {
      purchase = scenario.purchases.first { $0.id == id }
      guard purchase != nil else {
        let known = scenario.purchases.map(\.id).joined(separator: ", ")
        throw Console.failure("the scenario has no purchase “\(id)”; it has \(known.isEmpty ? "none" : known)")
      }
    }
    let question = LeakQuestion(
      of: scenario, heights: try route.height?.get().heights, speed: try route.speed?.get(),
      ceiling: try route.ceiling?.get().height, step: try route.step.get(),
      purchase: purchase, options: route.count > 0 ? try candidateOptions(scenario, besides: purchase) : [],
      unknown: route.unknown)
    let leak: Leak
    do {
      leak = try await Leak.run(
        scenario, question, terrain: TerrainCoverage.Options(cache: options.noCache ? nil : FloorCache())
      ) { progress.show($0, doing: $1) }
    } catch {
      progress.clear()
      throw Console.failure(error.description)
    }
    progress.clear()
    try print(LeakReport(leak), of: scenario)
    if format == .table, !options.quiet { for line in leak.notes { Console.note("warning: \(line)") } }
  }

  private func load() throws -> Scenario {
    do { return try Scenario.load(folder: try options.folder(), units: options.units) } catch let error as ScenarioError
    {
      throw Console.failure(error)
    }
  }

  private func candidateOptions(_ scenario: Scenario, besides purchase: Scenario.Purchase?) throws -> [SiteOption] {
    for id in route.type where !scenario.radarTypes.contains(where: { $0.id == id }) {
      throw Console.failure(
        "the scenario has no radar type “\(id)”; it has \(scenario.radarTypes.map(\.id).joined(separator: ", "))")
    }
    let found = scenario.siteOptions(besides: purchase).filter { route.type.isEmpty || route.type.contains($0.type.id) }
    guard !found.isEmpty else {
      throw Console.failure("the scenario has no site without a radar, or no radar type with a price, to try")
    }
    return found
  }

  private func print(_ report: LeakReport, of scenario: Scenario) throws {
    var files: PlanFiles?
    if let output {
      files = PlanFiles(of: report)
      do throws(GeoFileError) {
        let notes = try files?.write(to: output, about: scenario) { Console.waiting(for: output) } ?? []
        if !options.quiet { for line in notes { Console.note("note: \(line)") } }
      } catch { throw Console.failure(error.description) }
    }
    switch format {
    case .table:
      Console.result(scenario.units.writing { report.text(closures: route.count) })
      if let files, let output { Console.result("\n" + files.summary(folder: output)) }
    case .csv: Console.result(report.table.csv)
    case .json: Console.result(report.json)
    }
  }
}
