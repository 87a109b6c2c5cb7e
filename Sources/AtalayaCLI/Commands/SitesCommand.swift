import ArgumentParser
import Atalaya

/// `atalaya sites`
struct SitesCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites", abstract: "Find sites for radars in terrain: summits and ridge points, ranked.",
    discussion: discussion)

  @OptionGroup var options: SitesOptions
  @OptionGroup var reading: TerrainReadingOptions

  @Option(help: "table, csv or json.")
  var format: OptionValue<TableFormat> = "table"

  @Option(
    name: .shortAndLong, help: "The layer to write: .geojson, .gpkg or .csv.", completion: .file())
  var output: String?

  @OptionGroup var trust: TrustOption
  @OptionGroup var quiet: QuietOption

  func check(_ usage: inout Usage) {
    options.check(&usage)
    reading.check(&usage)
    usage.check("--format", format)
    usage.require("--dem", !options.dem.isEmpty, for: reading.given)
    if let output, !["geojson", "json", "gpkg", "csv"].contains(output.split(separator: ".").last?.lowercased()) {
      usage.report("--output “\(output)”: name it .geojson, .gpkg or .csv")
    }
  }

  func run() throws {
    let ground = try Ground(scenario: options.scenario, dem: options.dem, reading, isQuiet: quiet.quiet)
    try (ground.scenario?.units ?? .metric).writing { () throws in try answer(over: ground) }
  }

  private func answer(over ground: Ground) throws {
    let progress = ProgressLine(isQuiet: quiet.quiet)
    defer { progress.clear() }
    do {
      let question = try options.question(of: ground.scenario) { Console.warn($0, unless: quiet.quiet) }
      let report = try question.sites(in: ground.terrain, of: ground.scenario) { share in
        progress.show { _ in "reading terrain: \((share * 100).fixed(0)) %" }
      }
      progress.clear()
      if let output { try report.write(to: output) }
      switch try format.get() {
      case .csv: Console.result(report.table.csv)
      case .json: Console.result(report.table.json)
      case .table: Console.result(report.text(wroteTo: output))
      }
    } catch { throw Console.failure(error) }
  }
}
