import ArgumentParser
import Atalaya

/// Which least-observed routes a plan or report adds.
struct LeakOptions: ParsableArguments {
  @Option(
    name: .customLong("leak"),
    help:
      "Also find the least-observed route to each strip, at these heights (commas between); see `atalaya leak`.")
  var height: String?

  @Option(
    help: "With --leak: also try every radar that could be bought alone, and rank what each closes.",
    transform: OptionNumber.count(1...OptionNumber.most))
  var candidates: Int?

  func validate() throws {
    if let height { _ = try Self.heights(height, option: "--leak") }
    guard candidates == nil || height != nil else { throw ValidationError("--candidates goes with --leak") }
  }

  /// Heights with commas between: `300 m`, `300 m AGL`, `2400 m AMSL`, `FL100`.
  static func heights(_ text: String, option: String) throws -> [Altitude] {
    let heights: [Altitude]
    do {
      heights = try text.split(separator: ",").map { try Altitude.parse(String($0), isAboveGroundUnlessSaid: true) }
    } catch {
      throw ValidationError("\(option): \(error)")
    }
    guard !heights.isEmpty else { throw ValidationError("\(option) names no height") }
    guard heights.allSatisfy({ (.zero ... .kilometres(100)).contains($0.height(overGroundAt: .zero)) }) else {
      throw ValidationError("\(option): heights are 0 m to 100 km")
    }
    return heights
  }

  /// The ways in past a plan's network; nil when they are not asked for.
  func find(past plan: Plan, _ terrain: TerrainCoverage.Options, _ progress: ProgressLine) async throws -> Leak? {
    guard let height else { return nil }
    AmountText.noteFlightLevels([height])
    let question = LeakQuestion(
      of: plan.scenario, heights: try Self.heights(height, option: "--leak"), purchase: plan.purchase,
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
    (height.map { ["--leak", $0] } ?? []) + (candidates.map { ["--candidates", String($0)] } ?? [])
  }
}

/// The stages that run only when they are asked for, alike for plan and report.
struct StageOptions: ParsableArguments {
  @OptionGroup var placement: PlacementOptions
  @OptionGroup var leak: LeakOptions

  /// The words of the command line that ask for them.
  var words: [String] { placement.words + leak.words }
}
