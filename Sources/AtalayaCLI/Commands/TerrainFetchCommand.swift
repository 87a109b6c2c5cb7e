public import ArgumentParser
public import Atalaya
import Foundation

extension CopernicusTile.Product: ExpressibleByArgument {}

/// `atalaya terrain fetch`
struct TerrainFetchCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get Copernicus elevation tiles for a scenario or a rectangle.",
    discussion: """
      Fetches tiles of one square degree from the public archive of the Copernicus DEM: GLO-30 (1″, about 40 MB a tile) or \
      GLO-90 (3″, about 5 MB). Heights are surfaces, with roofs and treetops, in metres above EGM2008.

      For a scenario, these are the tiles that its radars may see, today’s and those of all purchases, and 10 km around its \
      places and routes. They go to the folder terrain/ of the scenario, and the line for scenario.yaml is printed on \
      standard output. Before anything is fetched, the number of tiles and bytes is printed.

      Each tile is checked before it gets its final name. An interrupted fetch continues where it stopped when the command \
      is run again. A tile that has changed on the server is fetched again from the start. The archive has no tiles of the \
      open sea; for a scenario on a coast the printed line says so.

      Examples:
        atalaya terrain fetch island --dry-run
        atalaya terrain fetch island --product glo-90 --write
        atalaya terrain fetch --bounds "-13, -78, -11, -76" --folder tiles
      """)

  @Argument(help: "The scenario’s folder, or its scenario.yaml.", completion: .directory)
  var scenario: String?

  @Option(help: "A rectangle instead of a scenario: \"south, west, north, east\", degrees.")
  var bounds: OptionValue<Rectangle>?

  @Option(help: "glo-30 or glo-90.")
  var product: CopernicusTile.Product = .glo30

  @Option(help: "Address of the archive, such as a mirror’s (default: that of the product).")
  var baseURL: String?

  @Option(help: "Where the tiles go (default: the scenario’s terrain/, or terrain/ here).", completion: .directory)
  var folder: String?

  @Option(
    help: "Retries after a temporary failure, 1, 2, 4 … s apart.", transform: OptionNumber.count(0...20))
  var retries: Int = 4

  @Flag(help: "Print how many tiles and bytes would be fetched, and fetch nothing.")
  var dryRun = false

  @Flag(help: "Add the line to scenario.yaml.")
  var write = false

  @OptionGroup var trust: TrustOption

  @OptionGroup var silence: QuietOption

  func check(_ usage: inout Usage) {
    if (scenario == nil) == (bounds == nil) {
      usage.report("name a scenario’s folder, or a rectangle: --bounds \"south, west, north, east\"")
    }
    usage.check("--bounds", bounds)
    usage.require("a scenario", scenario != nil || bounds == nil, for: ["--write": write])
    usage.refuse(
      with: "--dry-run", dryRun, ["--write": write, "--quiet": silence.quiet],
      because: "it writes nothing, and prints what --quiet leaves out")
    if let baseURL, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
      usage.report("--base-url “\(baseURL)”: begin it with https:// or http://")
    }
  }

  func run() throws {
    let area = try FetchArea(scenario: scenario, bounds: try bounds?.get())
    let target = TileFolder(folder ?? area.defaultFolder)
    let address = baseURL ?? product.archive
    let tiles = area.tiles(product)
    let fetch = TerrainFetch(into: target, from: address, retries: retries)
    let line = FetchProgress(isQuiet: silence.quiet)
    defer { line.clear() }
    do {
      say("\(tiles.count) tile\(tiles.count == 1 ? "" : "s") of \(product.rawValue) from \(address) to \(target.path)")
      let survey = try fetch.survey(tiles) { line.show($0) }
      line.clear()
      say(
        "\(survey.present.count) there already, \(survey.absent.count) not at the server (sea), "
          + "\(survey.items.count) to fetch: \(TerrainFetch.megabytes(survey.bytes))")
      if dryRun { return }
      try fetch.fetch(survey) { line.show($0) }
      line.clear()
      try finish(area, survey)
    } catch let error as FetchError {
      line.clear()
      throw Console.failure(error)
    }
  }

  private func say(_ text: String) { if !silence.quiet { Console.note(text) } }

  /// Prints what to write into the scenario, or writes it.
  private func finish(_ area: FetchArea, _ survey: TerrainFetch.Survey) throws {
    let withheld = survey.absent.filter(\.mayBeWithheld)
    if let first = withheld.first {
      Console.note(
        "warning: \(withheld.count) tile\(withheld.count == 1 ? "" : "s") in Armenia and Azerbaijan, \(first.name) first, "
          + "may be land that GLO-30 leaves out: --product glo-90 --folder ANOTHER has it")
    }
    let path = area.reference(to: folder)
    let entry =
      survey.absent.isEmpty || !withheld.isEmpty
      ? "terrain: \(path)" : "terrain: { path: \(path), missing: sea }"
    if write, let file = area.file { try ScenarioEntry.add(entry, to: file) }
    Console.print(entry)
  }
}
