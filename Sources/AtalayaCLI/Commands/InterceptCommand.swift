import ArgumentParser
import Atalaya

/// Who meets which flight.
struct InterceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intercept",
    abstract: "Show for each flight who is at its strip when, with how much to spare, and where it can be met before.",
    discussion: """
      From the first echo the clock runs: confirmation, decision, readiness, flight. The verdict of an asset is \
      before_landing, on_ground, in_flight (too late for the strip, but it can meet the aircraft in the air while it is \
      tracked), busy (its aircraft serve other flights), untracked (it could meet the aircraft only where nobody tracks \
      it), too_late, out_of_reach, not_flown, never_tracked or never_seen; slack is the time between its arrival and the \
      aircraft's take-off. Every span in which a meeting in flight is possible is listed; none leads beyond the border. \
      Times are local.

      With --required the command prints instead how far out the flights to each strip must be seen for the asset that needs \
      the least warning to be there before they leave.

      Examples:
        atalaya intercept GeoData/vraem --best
        atalaya intercept GeoData/vraem --flight F1 --purchase plan-2014
        atalaya intercept GeoData/vraem --required
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var table: TableOptions

  @Option(help: "Only this flight; may be repeated.")
  var flight: [String] = []

  @Flag(help: "Only the best asset of each flight.")
  var best = false

  @Flag(help: "How far out the flights to each strip must be seen, instead of who meets them.")
  var required = false

  func run() async throws {
    let plan = try await options.plan(parts: .flights)
    try Filter.check(flight, "flight", among: plan.scenario.flights.map(\.id))
    table.print(
      in: plan.scenario.units,
      ifEmpty: best ? "no flight has a best asset" : "no flight, or no asset: nothing to print"
    ) {
      var rows = required ? plan.requiredTable : plan.windowTable
      if !flight.isEmpty { rows = rows.filtered("flight", among: flight) }
      if best { rows = rows.filtered("best", among: ["yes"]) }
      return rows
    }
    table.printWarnings(plan, unless: options.quiet)
  }

  func validate() throws {
    try options.folder()
    if best && required { throw ValidationError("--best and --required are two different tables; use one of them.") }
  }
}
