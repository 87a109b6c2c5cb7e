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

  @OptionGroup var output: ReportOutput

  func check(_ usage: inout Usage) {
    options.check(&usage)
    route.check(&usage)
    proposals.check(&usage)
    usage.require("--candidates", route.count > 0, for: ["--propose": proposals.propose != nil])
    output.check(&usage, besidesTable: ["--candidates": route.count > 0])
  }

  func run() async throws {
    let progress = ProgressLine(isQuiet: options.quiet)
    defer { progress.clear() }
    let scenario = try proposals.adding(to: try load(), progress)
    if !options.quiet { AmountText.noteFlightLevels([route.height?.text, route.ceiling?.text]) }
    if route.unknown != nil, scenario.terrain == nil {
      throw ValidationError("--unknown goes with terrain, and the scenario names none")
    }
    let purchase = try Filter.look { () throws(LookupError) in
      try options.purchase.map { (id) throws(LookupError) in try scenario.purchase(named: id) }
    }
    let question = try route.question(of: scenario, purchase: purchase)
    let leak: Leak
    do {
      leak = try await Leak.run(
        scenario, question, terrain: TerrainCoverage.Options(cache: options.cache)
      ) { progress.show($0) }
    } catch {
      progress.clear()
      throw Console.failure(error)
    }
    progress.clear()
    let report = LeakReport(leak)
    try output.print(report, about: scenario, isQuiet: options.quiet) { files in
      scenario.units.writing { report.text(closures: route.count) } + (files.map { "\n" + $0 } ?? "")
    }
    if output.format == .table, !options.quiet { for line in leak.notes { Console.note("warning: \(line)") } }
  }

  private func load() throws -> Scenario {
    do {
      return try Scenario.load(folder: try options.folder(), cache: options.cache, units: options.units)
    } catch let error as ScenarioError {
      throw Console.failure(error)
    }
  }
}
