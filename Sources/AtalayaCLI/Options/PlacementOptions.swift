import ArgumentParser
import Atalaya

/// What a plan or report is to propose to buy.
struct PlacementOptions: ParsableArguments {
  @Option(
    help: """
      Also propose what to buy for this sum, and where to put it; see `atalaya place`. With --purchase the list is on \
      top of that purchase, whose price is not part of the sum.
      """)
  var budget: String?

  @Option(help: "With --budget: what is to be achieved.")
  var objective: SitingObjective?

  @Option(
    help: "With --budget: search no longer than this, for the list and other budgets together (default: 10).",
    transform: OptionNumber.seconds)
  var seconds: Double?

  func validate() throws {
    guard let budget else {
      guard objective == nil, seconds == nil else {
        throw ValidationError("--objective and --seconds go with --budget")
      }
      return
    }
    guard (try? PriceText(parsing: budget)) != nil else {
      throw ValidationError("--budget “\(budget)”: write a number, or a sum such as USD 71M")
    }
  }

  /// What to buy; nil when that is not asked.
  /// - Parameter base: The purchase that counts as made.
  func find(
    in scenario: Scenario, onTopOf base: Scenario.Purchase?, _ terrain: TerrainCoverage.Options,
    _ progress: ProgressLine
  ) async throws(SitingError) -> PlanPlacement? {
    guard let budget, let sum = try? PriceText(parsing: budget) else { return nil }
    let kept = scenario.place
    let objective = (objective ?? kept.objective ?? .interceptions).made(
      for: scenario, height: kept.height, cells: kept.cells)
    return try await PlanPlacement.find(
      in: scenario, objective, onTopOf: base, budget: sum.money(in: scenario), price: kept.price ?? .base,
      search: PlacementSearch(timeLimit: .seconds(clamping: seconds ?? 10)), terrain: terrain,
      looked: { progress.show($0, doing: "looking from each site") },
      progress: { step in progress.show { _ in PlaceCommand.line(step, "the list") } })
  }

  /// The words of the command line that ask for it.
  var words: [String] {
    (budget.map { ["--budget", $0] } ?? []) + (objective.map { ["--objective", $0.rawValue] } ?? [])
      + (seconds.map { ["--seconds", $0.significant(6)] } ?? [])
  }
}
