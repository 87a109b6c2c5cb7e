import ArgumentParser
import Atalaya

/// How an aircraft flies that radars are to see as little of as possible, and what is tried against it.
struct RouteOptions: ParsableArguments {
  @Option(help: "Heights at which it may fly, separated by commas (default: the scenario's lowest altitude band).")
  var height: OptionValue<FlownHeights>?

  @Option(help: "Ground speed (default: the fastest of the scenario's flights, else 240 km/h).")
  var speed: OptionValue<Speed>?

  @Option(
    help: """
      Highest altitude above mean sea level (default: the highest ceiling of the flights' aircraft, if all have one).
      """)
  var ceiling: OptionValue<SeaLevelHeight>?

  @Option(
    help: """
      Ground that the terrain does not know: closed to routes, or open to them and unseen there (default: \
      ways_over_unknown of scenario.yaml, else closed).
      """)
  var unknown: OptionValue<UnknownGround>?

  @Option(help: "Side of a cell.")
  var step: OptionValue<Length> = "1 km"

  @Option(help: "Try every single radar that could be bought, and list the best N (default: none).")
  var candidates: OptionValue<Int>?

  @Option(help: "With --candidates: only radars of this type (its id); may be repeated.")
  var type: [String] = []

  /// How many candidates are shown; zero when none are tried.
  var count: Int { candidates?.value ?? 0 }

  func check(_ usage: inout Usage) {
    usage.check("--height", height)
    usage.check("--speed", speed)
    if let speed = try? speed?.get(), speed <= .zero { usage.report("--speed: write a speed above zero") }
    let heights = SeaLevelHeight(height: .metres(-500))...SeaLevelHeight(height: .kilometres(100))
    usage.check("--ceiling", ceiling, in: heights, "-500 m to 100 km")
    usage.check("--step", step, in: .metres(50) ... .kilometres(200), "50 m to 200 km")
    usage.check("--candidates", candidates, in: 1...Int.mostAsked)
    usage.check("--unknown", unknown)
    usage.require("--candidates", candidates != nil, for: ["--type": !type.isEmpty])
  }

  /// What is asked.
  func question(of scenario: Scenario, purchase: Scenario.Purchase?) throws -> LeakQuestion {
    LeakQuestion(
      of: scenario, heights: try height?.get().heights, speed: try speed?.get(), ceiling: try ceiling?.get().height,
      step: try step.get(), purchase: purchase,
      options: count > 0 ? try siteOptions(in: scenario, besides: purchase) : [],
      unknown: try unknown?.get())
  }

  private func siteOptions(in scenario: Scenario, besides purchase: Scenario.Purchase?) throws -> [SiteOption] {
    let found = scenario.siteOptions(besides: purchase).filter { type.isEmpty || type.contains($0.type.id) }
    guard !found.isEmpty else {
      throw Console.failure("the scenario has no site without a radar, or no radar type with a price, to try")
    }
    return found
  }
}
