public import ArgumentParser
public import Atalaya
import Foundation

extension CopernicusTile.Product: ExpressibleByArgument {}

/// Fetches terrain.
struct TerrainFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get Copernicus elevation tiles for a scenario or a rectangle.",
    discussion: """
      Fetches the square degrees that a scenario needs (what its radars may see, today’s and those of all purchases, and 10 km \
      around its places and routes), or those of a rectangle, from the public archive of the Copernicus DEM: GLO-30 (1″, \
      about 40 MB a tile) or GLO-90 (3″, about 5 MB), surfaces with roofs and treetops, metres above EGM2008. First it prints \
      how many tiles and bytes that is.

      Each tile is checked before it takes its name. A fetch that was interrupted goes on where it ended when it is run \
      again; a tile that has changed at the server is fetched again from the start. The archive has no tiles of the open sea; \
      for a scenario by a coast the printed line says so.

      For a scenario the tiles go to its folder terrain/, and standard output has the line for scenario.yaml.

      Examples:
        atalaya terrain fetch island --dry-run
        atalaya terrain fetch island --product glo-90 --write
        atalaya terrain fetch --bounds "-13, -78, -11, -76" --folder tiles
      """)

  @Argument(help: "The scenario’s folder, or its scenario.yaml.", completion: .directory)
  var scenario: String?

  @Option(help: "A rectangle instead: \"south, west, north, east\", degrees.")
  var bounds: String?

  @Option(help: "glo-30 or glo-90.")
  var product: CopernicusTile.Product = .glo30

  @Option(help: "Another address of the archive, such as a mirror’s.")
  var baseURL: String?

  @Option(help: "Where the tiles go (default: the scenario’s terrain/, or terrain/ here).", completion: .directory)
  var folder: String?

  @Option(
    help: "Tries after a failure that may pass, 1, 2, 4 … s apart.", transform: OptionNumber.count(0...20))
  var retries: Int = 4

  @Flag(help: "Print how many tiles and bytes it would be, and fetch nothing.")
  var dryRun = false

  @Flag(help: "Put the line into scenario.yaml.")
  var write = false

  @OptionGroup var trust: TrustOption

  @Flag(name: .shortAndLong, help: "No progress: errors and the result alone.")
  var quiet = false

  func validate() throws {
    guard (scenario == nil) != (bounds == nil) else {
      throw ValidationError("Name a scenario’s folder, or a rectangle: --bounds \"south, west, north, east\"")
    }
    if write, scenario == nil { throw ValidationError("--write needs a scenario") }
    if let bounds { _ = try FetchArea.corners(bounds) }
    if let baseURL, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
      throw ValidationError("--base-url begins with https:// or http://")
    }
  }

  func run() async throws {
    let area = try FetchArea(scenario: scenario, bounds: bounds)
    let target = TileFolder(folder ?? area.defaultFolder)
    let address = baseURL ?? product.archive
    let tiles = area.tiles(product)
    let fetch = TerrainFetch(into: target, from: address, retries: retries)
    let line = FetchProgress(isQuiet: quiet)
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
    } catch let error as TerrainFetch.Failure {
      line.clear()
      throw Console.failure(error.description)
    }
  }

  private func say(_ text: String) { if !quiet { Console.note(text) } }

  /// Prints what to write into the scenario, or writes it.
  private func finish(_ area: FetchArea, _ survey: TerrainFetch.Survey) throws {
    let withheld = survey.absent.filter(\.mayBeWithheld)
    if let first = withheld.first {
      Console.note(
        "warning: \(withheld.count) tile\(withheld.count == 1 ? "" : "s") by Armenia and Azerbaijan, \(first.name) first, "
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
