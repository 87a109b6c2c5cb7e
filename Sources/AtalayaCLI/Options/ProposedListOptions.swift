import ArgumentParser
import Atalaya

/// What a plan or report proposes to buy.
struct ProposedListOptions: ParsableArguments {
  @Option(
    help: """
      Also propose what to buy for this sum and where to put it; see `atalaya place`. With --purchase the list comes on top \
      of that purchase, whose price is not part of the sum.
      """)
  var budget: OptionValue<PriceText>?

  @Option(help: "With --budget: what to achieve (default: the scenario's, else interceptions).")
  var objective: OptionValue<SitingObjective>?

  @Option(help: "With --budget: search no longer than this, for the list and other budgets together (default: 10).")
  var seconds: OptionValue<TimeLimit>?

  func check(_ usage: inout Usage) {
    usage.check("--budget", budget)
    usage.check("--objective", objective)
    usage.check("--seconds", seconds)
    usage.require("--budget", budget != nil, for: ["--objective": objective != nil, "--seconds": seconds != nil])
  }

  /// What to buy; nil when that is not asked.
  func question(of scenario: Scenario) -> SitingQuestion? {
    guard let sum = try? budget?.get() else { return nil }
    let kept = scenario.siting
    return SitingQuestion(
      of: scenario, budget: sum.money(in: scenario),
      objective: objective?.value?.made(for: scenario, height: kept.height, cells: kept.cells),
      time: .seconds(clamping: seconds?.value?.seconds ?? 10))
  }

  /// The words of the command line that ask for it.
  var words: [String] {
    (budget.map { ["--budget", $0.text] } ?? []) + (objective.map { ["--objective", $0.text] } ?? [])
      + (seconds.map { ["--seconds", $0.text] } ?? [])
  }
}
