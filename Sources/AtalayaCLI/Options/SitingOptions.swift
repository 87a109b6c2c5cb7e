import ArgumentParser
import Atalaya

/// What is asked of `atalaya place`; what is left out is taken from the scenario.
struct SitingOptions: ParsableArguments {
  @Option(help: "Spend at most this; without a currency, in that of the prices (default: the sum of --stages).")
  var budget: OptionValue<PriceText>?

  @Option(help: "What to achieve (default: interceptions).")
  var objective: OptionValue<SitingObjective>?

  @Option(help: "With --objective area: height above ground (default: the scenario's lowest band).")
  var height: OptionValue<Length>?

  @Option(help: "With --objective area: about how many cells sample the area (default: 4000).")
  var cells: OptionValue<Int>?

  @Option(help: "Which prices to use (default: base).")
  var price: OptionValue<PricePart>?

  @Option(help: "Search no longer than this, for the list and all tables together (default: 30).")
  var seconds: OptionValue<TimeLimit>?

  @Flag(
    inversion: .prefixedNo,
    help: "Also find the best lists for a tenth of the budget, two tenths and so on, up to one and a half times it.")
  var sweep: Bool?

  @Option(
    help: "Money of each year, as in “20M,30M,21M”: what to buy in which year; each list includes those before it.")
  var stages: OptionValue<YearlySums>?

  @Option(
    parsing: .upToNextOption,
    help:
      "Plans to judge against the best list for their money: ids of the scenario's purchases, or YAML files with one.")
  var compare: [String] = []

  func check(_ usage: inout Usage) {
    usage.check("--budget", budget)
    usage.check(
      "--height", height, in: .zero ... .kilometres(100), "a height above ground of 0 m to 100 km, such as 300 m")
    usage.check("--stages", stages)
    usage.check("--objective", objective)
    usage.check("--cells", cells, in: 1...1_000_000)
    usage.check("--price", price)
    usage.check("--seconds", seconds)
    if let objective = objective?.value, objective != .area {
      usage.refuse(
        with: "--objective \(objective.rawValue)", true, ["--height": height != nil, "--cells": cells != nil],
        because: "they describe --objective area")
    }
  }
}
