import ArgumentParser
import Atalaya

/// `atalaya terrain fetch`
struct TerrainFetchCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get Copernicus elevation tiles for a scenario or a rectangle.",
    discussion: discussion)

  @OptionGroup var options: FetchOptions
  @OptionGroup var trust: TrustOption

  @OptionGroup var silence: QuietOption

  func check(_ usage: inout Usage) { options.check(&usage, isQuiet: silence.quiet) }

  func run() throws {
    let area = try FetchArea(scenario: options.scenario, bounds: try options.bounds?.get())
    let target = TileFolder(options.folder ?? area.defaultFolder)
    let product = try options.product.get()
    let address = options.baseURL ?? product.archive
    let tiles = area.tiles(product)
    let fetch = TerrainFetch(into: target, from: address, retries: try options.retries.get())
    let line = FetchProgress(isQuiet: silence.quiet)
    defer { line.clear() }
    do {
      say(
        "\(tiles.count) tile\(tiles.count == 1 ? "" : "s") of \(product.rawValue) from \(address) to \(target.path)"
      )
      // Known without the network; how large they are is not.
      if options.dryRun { Console.print(tiles.map(\.name).joined(separator: "\n")) }
      let survey = try fetch.survey(tiles) { line.show($0) }
      line.clear()
      say(
        "\(survey.present.count) there already, \(survey.absent.count) not at the server (sea), "
          + "\(survey.items.count) to fetch: \(TerrainFetch.megabytes(survey.bytes))")
      if options.dryRun { return }
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
    let path = area.reference(to: options.folder)
    let entry =
      survey.absent.isEmpty || !withheld.isEmpty
      ? "terrain: \(path)" : "terrain: { path: \(path), missing: sea }"
    if options.write, let file = area.file { try ScenarioEntry.add(entry, to: file) }
    Console.print(entry)
  }
}
