import ArgumentParser
import Atalaya

/// Sites from terrain, in addition to a scenario's own.
struct ProposeOptions: ParsableArguments {
  @Option(help: "Also try the first N sites that `atalaya sites` finds in the scenario's terrain.")
  var propose: OptionValue<Int>?

  @Option(help: "With --propose: least distance between two sites (default: 5 km).")
  var spacing: OptionValue<Length>?

  func check(_ usage: inout Usage) {
    usage.check("--propose", propose, in: 1...Int.mostAsked)
    usage.check("--spacing", spacing, in: .metres(100) ... .kilometres(20_000), "a length of 100 m to 20000 km")
    usage.require("--propose", propose != nil, for: ["--spacing": spacing != nil])
  }

  /// The scenario with the sites that were asked for.
  func adding(to scenario: Scenario, _ progress: ProgressLine) throws -> Scenario {
    guard let propose = try propose?.get() else { return scenario }
    guard scenario.terrain != nil else {
      throw Console.failure(scenario.needingTerrain("--propose"))
    }
    do {
      let spacing = try spacing?.get() ?? .kilometres(5)
      return try scenario.units.writing {
        try scenario.proposingSites(SiteSearch(spacing: spacing, count: propose)) { share in
          progress.show { _ in "reading terrain: \((share * 100).fixed(0)) %" }
        }
      }
    } catch { throw Console.failure(error) }
  }
}
