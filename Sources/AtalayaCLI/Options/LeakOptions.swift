import ArgumentParser
import Atalaya

/// Which least-observed routes a plan or report adds.
struct LeakOptions: ParsableArguments {
  @Option(
    name: .customLong("leak"),
    help:
      "Also find the least-observed route to each strip at these heights, separated by commas; see `atalaya leak`.")
  var height: OptionValue<FlownHeights>?

  @Option(
    help: "With --leak: also try every single radar that could be bought, and list the best N by what each closes.")
  var candidates: OptionValue<Int>?

  func check(_ usage: inout Usage) {
    usage.check("--leak", height)
    usage.check("--candidates", candidates, in: 1...Int.mostAsked)
    usage.require("--leak", height != nil, for: ["--candidates": candidates != nil])
  }

  /// The least-observed routes; nil when they are not asked for.
  func question(of scenario: Scenario, purchase: Scenario.Purchase?) throws -> LeakQuestion? {
    guard let height else { return nil }
    AmountText.noteFlightLevels([height.text])
    return LeakQuestion(
      of: scenario, heights: try height.get().heights,
      options: candidates == nil ? [] : scenario.siteOptions(besides: purchase), mostClosures: try candidates?.get())
  }

  /// The words of the command line that ask for them.
  var words: [String] {
    (height.map { ["--leak", $0.text] } ?? []) + (candidates.map { ["--candidates", $0.text] } ?? [])
  }
}
