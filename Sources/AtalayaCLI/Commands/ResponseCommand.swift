import ArgumentParser
import Atalaya

/// `atalaya response`
struct ResponseCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response",
    abstract: "Show how long each asset takes to each strip, by day and by night.",
    discussion: """
      The time from order to arrival is the sum of readiness, start and climb, straight flight at cruise speed in still air or \
      the wind of the scenario, and landing. A helicopter lands at any strip, an aeroplane where the strip is long enough; \
      elsewhere it circles overhead.

      A strip is out of reach when the flight there, the time on scene and the way back need more than endurance less \
      reserve, when it lies above the ceiling, when the air is too thin for the aircraft to hover there, or when the asset \
      does not fly at that time.

      Exit code: 0 done; 1 the scenario cannot be used; 64 wrong usage.

      Examples:
        atalaya response GeoData/vraem --base mazamari --period day
        atalaya response GeoData/vraem --strip S01 --format json
      """)

  /// Day or night.
  enum PeriodChoice: String, OptionChoice {
    case day, night
  }

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var table: TableOptions

  @Option(help: "Only assets of this base (its id); may be repeated.")
  var base: [String] = []

  @Option(help: "Only this strip (its id); may be repeated.")
  var strip: [String] = []

  @Option(help: "Only by day or by night.")
  var period: OptionValue<PeriodChoice>?

  func check(_ usage: inout Usage) {
    options.check(&usage)
    table.check(&usage, options)
    usage.check("--period", period)
  }

  func run() async throws {
    let plan = try await options.plan(parts: .responses) { scenario, filter in
      filter.check(base, "base", among: scenario.bases.map(\.id))
      filter.check(strip, "strip", among: scenario.strips.map(\.id))
    }
    table.print(in: plan.scenario.units, ifEmpty: "no asset, or no strip: nothing to print") {
      var rows = plan.responseTable
      if !base.isEmpty { rows = rows.filtered("base", among: base) }
      if !strip.isEmpty { rows = rows.filtered("strip", among: strip) }
      if let period = period?.value { rows = rows.filtered("period", among: [period.rawValue]) }
      return rows
    }
    table.printWarnings(plan, unless: options.quiet)
  }
}
