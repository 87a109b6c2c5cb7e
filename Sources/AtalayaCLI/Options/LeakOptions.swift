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
    help: "With --leak: also try every single radar that could be bought, and list the best N by what each closes.",
    transform: OptionNumber.count(1...OptionNumber.most))
  var candidates: Int?

  func check(_ usage: inout Usage) {
    usage.check("--leak", height)
    usage.require("--leak", height != nil, for: ["--candidates": candidates != nil])
  }

  /// The least-observed routes past a plan's network; nil when they are not asked for.
  func find(past plan: Plan, _ terrain: TerrainCoverage.Options, _ progress: ProgressLine) async throws -> Leak? {
    guard let height else { return nil }
    AmountText.noteFlightLevels([height.text])
    let question = LeakQuestion(
      of: plan.scenario, heights: try height.get().heights, purchase: plan.purchase,
      options: candidates == nil ? [] : plan.scenario.siteOptions(besides: plan.purchase))
    do {
      var leak = try await Leak.run(plan.scenario, question, terrain: terrain) { progress.show($0, doing: $1) }
      if let candidates { leak.closures = Array(leak.closures.prefix(candidates)) }
      return leak
    } catch {
      progress.clear()
      throw Console.failure(error.description)
    }
  }

  /// The words of the command line that ask for them.
  var words: [String] {
    (height.map { ["--leak", $0.text] } ?? []) + (candidates.map { ["--candidates", String($0)] } ?? [])
  }
}

/// The stages that run only when they are asked for, alike for plan and report.
struct StageOptions: ParsableArguments {
  @OptionGroup var placement: PlacementOptions
  @OptionGroup var leak: LeakOptions

  func check(_ usage: inout Usage) {
    placement.check(&usage)
    leak.check(&usage)
  }

  /// The words of the command line that ask for them.
  var words: [String] { placement.words + leak.words }

  /// Which of the options are given.
  var given: KeyValuePairs<String, Bool> {
    [
      "--budget": placement.budget != nil, "--objective": placement.objective != nil,
      "--seconds": placement.seconds != nil, "--leak": leak.height != nil, "--candidates": leak.candidates != nil,
    ]
  }
}
