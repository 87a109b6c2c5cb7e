import ArgumentParser
import Atalaya

/// Who gets where how fast.
struct ResponseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response",
    abstract: "Show how long each asset takes to each strip by day and by night, and what is out of reach.",
    discussion: """
      Order to arrival: readiness, start and climb, the straight way at cruise in still air, landing. A helicopter lands at \
      any strip, an aeroplane where the strip is long enough; elsewhere it circles overhead. Out of reach is what needs \
      more than endurance less reserve for the way there, the time on scene and the way back, what lies above the ceiling, \
      and what does not fly at that time.

      Examples:
        atalaya response GeoData/vraem --base mazamari --period day
        atalaya response GeoData/vraem --strip S01 --format json
      """)

  /// Day or night.
  enum PeriodChoice: String, ExpressibleByArgument, CaseIterable {
    case day, night
  }

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var table: TableOptions

  @Option(help: "Only assets of this base; may be repeated.")
  var base: [String] = []

  @Option(help: "Only this strip; may be repeated.")
  var strip: [String] = []

  @Option(help: "Only by day or by night.")
  var period: PeriodChoice?

  func validate() throws { try options.folder() }

  func run() async throws {
    let plan = try await options.plan(parts: .responses)
    try Filter.check(base, "base", among: plan.scenario.bases.map(\.id))
    try Filter.check(strip, "strip", among: plan.scenario.strips.map(\.id))
    table.print(in: plan.scenario.units, ifEmpty: "no asset, or no strip: nothing to print") {
      var rows = plan.responseTable
      if !base.isEmpty { rows = rows.filtered("base", among: base) }
      if !strip.isEmpty { rows = rows.filtered("strip", among: strip) }
      if let period { rows = rows.filtered("period", among: [period.rawValue]) }
      return rows
    }
    table.printWarnings(plan, unless: options.quiet)
  }
}

/// Options that pick rows by id.
enum Filter {
  /// Refuses ids that nothing has.
  static func check(_ chosen: [String], _ what: String, among known: [String]) throws {
    for id in chosen where !known.contains(id) {
      throw Console.failure("the scenario has no \(what) “\(id)”; it has \(known.joined(separator: ", "))")
    }
  }
}
