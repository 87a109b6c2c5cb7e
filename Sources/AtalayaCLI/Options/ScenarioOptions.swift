import ArgumentParser
import Atalaya

/// The scenario and the purchase that count, alike for every command that computes part of a plan.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario’s folder, or its scenario.yaml.", completion: .directory)
  var scenario: String?

  @Option(help: "Count this purchase as made, its radars and measures (its id; default: today’s radars only).")
  var purchase: String?

  @OptionGroup var trust: TrustOption

  @Option(
    help: """
      Units of tables, pages and messages for people: metric, or aviation (ft, NM, kt, FL). CSV and JSON keep the units in \
      their keys (default: the scenario's, else metric).
      """)
  var units: OptionValue<UnitSystem>?

  @Flag(
    name: .customLong("no-cache"),
    help: "Neither read nor write the cache of floors and terrain in $XDG_CACHE_HOME/atalaya.")
  var noCache = false

  /// Where floors and terrain are kept; nil with --no-cache.
  var cache: FloorCache? { noCache ? nil : FloorCache() }

  @OptionGroup var silence: QuietOption

  var quiet: Bool { silence.quiet }

  /// Reports a missing scenario.
  func check(_ usage: inout Usage) {
    if scenario == nil { usage.report("name the scenario’s folder, as in: GeoData/vraem") }
    usage.check("--units", units)
  }

  /// The scenario that was named; that it is there has been checked.
  func folder() throws -> String {
    guard let scenario else { throw ExitCode.validationFailure }
    return scenario
  }

  /// Reads the scenario; what is wrong goes to standard error, one line each.
  func load() throws -> Scenario {
    let scenario = try folder()
    do { return try Scenario.load(folder: scenario, cache: cache, units: units?.get()) } catch let error
      as ScenarioError
    {
      let code = Console.failure(error)
      let count = error.problems.count
      Console.note("\(count) error\(count == 1 ? "" : "s") in \(scenario): nothing was planned")
      throw code
    }
  }

  /// Reads the scenario and runs it; what is wrong goes to standard error, one line each.
  /// - Parameters:
  ///   - questions: What else is asked for; what is proposed to buy counts among the plan's purchases.
  ///   - parts: What is asked of the plan.
  ///   - prepare: Changes the scenario, and looks up what the command line names of it, before anything is computed.
  func plan(
    _ questions: QuestionOptions? = nil, parts: Plan.Parts = .all,
    prepare: (inout Scenario, inout Filter) -> Void = { _, _ in }
  ) async throws -> Plan {
    var loaded = try load()
    var known = Filter()
    known.check(purchase, of: loaded)
    prepare(&loaded, &known)
    try known.finish()
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.clear() }
    let terrain = TerrainCoverage.Options(cache: cache)
    do {
      let question = PlanQuestion(
        parts: parts, purchase: purchase, siting: questions?.placement.question(of: loaded),
        leak: try questions?.leak.question(of: loaded, purchase: loaded.purchase(of: purchase)), terrain: terrain)
      return try await Plan.run(loaded, question) { progress.show($0) }
    } catch let error as PlanError {
      progress.clear()
      throw Console.failure(error)
    }
  }
}
