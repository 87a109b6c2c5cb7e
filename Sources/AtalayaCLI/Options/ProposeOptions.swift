import ArgumentParser
import Atalaya

/// Sites from terrain, in addition to a scenario's own.
struct ProposeOptions: ParsableArguments {
  @Option(
    help: "Also try the first N sites that `atalaya sites` finds in the scenario's terrain.",
    transform: OptionNumber.count(1...OptionNumber.most))
  var propose: Int?

  @Option(help: "With --propose: least distance between two sites (default: 5 km).")
  var spacing: OptionValue<Length>?

  func check(_ usage: inout Usage) {
    usage.check("--spacing", spacing, in: .metres(100) ... .kilometres(20_000), "a length of 100 m to 20000 km")
    usage.require("--propose", propose != nil, for: ["--spacing": spacing != nil])
  }

  /// The scenario with the sites that were asked for.
  func adding(to scenario: Scenario, _ progress: ProgressLine) throws -> Scenario {
    guard let propose else { return scenario }
    guard scenario.terrain != nil else {
      throw Console.failure("--propose needs terrain: get it with atalaya terrain fetch, and name it in scenario.yaml")
    }
    do {
      let spacing = try spacing?.get() ?? .kilometres(5)
      return try scenario.units.writing {
        try scenario.proposingSites(SiteSearch(spacing: spacing, count: propose)) { share in
          progress.show { _ in "reading terrain: \((share * 100).fixed(0)) %" }
        }
      }
    } catch { throw Console.failure("\(error)") }
  }
}
