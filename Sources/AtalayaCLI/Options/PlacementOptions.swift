import ArgumentParser
import Atalaya

/// What a plan or report proposes to buy.
struct PlacementOptions: ParsableArguments {
  @Option(
    help: """
      Also propose what to buy for this sum and where to put it; see `atalaya place`. With --purchase the list comes on top \
      of that purchase, whose price is not part of the sum.
      """)
  var budget: OptionValue<PriceText>?

  @Option(help: "With --budget: what to achieve (default: the scenario's, else interceptions).")
  var objective: SitingObjective?

  @Option(
    help: "With --budget: search no longer than this, for the list and other budgets together (default: 10).",
    transform: OptionNumber.seconds)
  var seconds: Double?

  func check(_ usage: inout Usage) {
    usage.check("--budget", budget)
    usage.require("--budget", budget != nil, for: ["--objective": objective != nil, "--seconds": seconds != nil])
  }

  /// What to buy; nil when that is not asked.
  /// - Parameter base: The purchase that counts as made.
  func find(
    in scenario: Scenario, onTopOf base: Scenario.Purchase?, _ terrain: TerrainCoverage.Options,
    _ progress: ProgressLine
  ) async throws(SitingError) -> PlanPlacement? {
    guard let sum = try? budget?.get() else { return nil }
    let kept = scenario.place
    let objective = (objective ?? kept.objective ?? .interceptions).made(
      for: scenario, height: kept.height, cells: kept.cells)
    return try await PlanPlacement.find(
      in: scenario, objective, onTopOf: base, budget: sum.money(in: scenario), price: kept.price ?? .base,
      search: PlacementSearch(timeLimit: .seconds(clamping: seconds ?? 10)), terrain: terrain,
      looked: { progress.show($0, doing: "computing coverage of each site") },
      progress: { step in progress.show { _ in PlaceCommand.line(step, "the list") } })
  }

  /// The words of the command line that ask for it.
  var words: [String] {
    (budget.map { ["--budget", $0.text] } ?? []) + (objective.map { ["--objective", $0.rawValue] } ?? [])
      + (seconds.map { ["--seconds", $0.significant(6)] } ?? [])
  }
}
