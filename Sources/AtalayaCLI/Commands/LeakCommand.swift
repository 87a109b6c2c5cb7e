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
    usage.require("--candidates", route.candidates != nil, for: ["--propose": proposals.propose != nil])
    output.check(&usage, besidesTable: ["--candidates": route.count > 0])
    output.check(&usage, options)
  }

  func run() async throws {
    let progress = ProgressLine(isQuiet: options.quiet)
    defer { progress.clear() }
    let loaded = try options.load()
    var known = Filter()
    known.check(options.purchase, of: loaded)
    known.check(route.type, "radar type", among: loaded.radarTypes.map(\.id))
    try known.finish()
    if route.unknown != nil, loaded.terrain == nil {
      throw Console.failure(loaded.needingTerrain("--unknown"))
    }
    let scenario = try proposals.adding(to: loaded, progress)
    if !options.quiet { AmountText.noteFlightLevels([route.height?.text, route.ceiling?.text]) }
    let purchase = scenario.purchases.first { $0.id == options.purchase }
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
    Console.warn(leak.warnings, unless: output.format != .table || options.quiet)
  }
}
