import ArgumentParser
import Atalaya

/// `atalaya intercept`
struct InterceptCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intercept",
    abstract: "Show which assets can meet each flight, where, and with how much time to spare.",
    discussion: """
      The clock runs from the first echo: confirmation, decision, readiness, flight. Slack is the time between the asset's \
      arrival at the strip and the moment at which the aircraft leaves it. Every span in which the asset can meet the \
      aircraft in flight is listed; none crosses the border. Times are local.

      The best asset of a flight is the one with the best verdict; among equals one that lands at the strip comes before one \
      that circles overhead, then the one with the most slack. When none is in time, it is the one that is the least late.

      The verdict of an asset is one of:

        before_landing  at the strip before the aircraft lands
        on_ground       at the strip before the aircraft leaves
        in_flight       too late for the strip, but can meet the aircraft in the air while it is tracked
        busy            its aircraft serve other flights
        too_late        at the strip after the aircraft has left
        untracked       too late, but could meet it in the air where nobody tracks it: counts as too late
        out_of_reach    the strip is out of reach
        not_flown       it does not fly at that hour
        never_tracked   the flight is detected, but never tracked: no order
        never_seen      the flight is never detected: no order

      With --required, prints how far out the flights to each strip must be seen so that the asset that needs the least \
      warning is there before they leave.

      Exit code: 0 done; 1 the scenario or its terrain cannot be used; 64 wrong usage.

      Examples:
        atalaya intercept GeoData/vraem --best
        atalaya intercept GeoData/vraem --flight F1 --purchase plan-2014
        atalaya intercept GeoData/vraem --required
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var table: TableOptions

  @Option(help: "Only this flight; may be repeated.")
  var flight: [String] = []

  @Flag(help: "One row for each flight: its best asset, if any comes near to meeting it.")
  var best = false

  @Flag(help: "Print how far out the flights to each strip must be seen, instead of who meets them.")
  var required = false

  func run() async throws {
    let plan = try await options.plan(parts: .flights) { scenario, filter in
      filter.check(flight, "flight", among: scenario.flights.map(\.id))
    }
    table.print(
      in: plan.scenario.units,
      ifEmpty: best ? "no flight: nothing to print" : "no flight, or no asset: nothing to print"
    ) {
      let rows = required ? plan.requiredTable : best ? plan.bestWindowTable : plan.windowTable
      return flight.isEmpty ? rows : rows.filtered("flight", among: flight)
    }
    table.printWarnings(plan, unless: options.quiet)
  }

  func check(_ usage: inout Usage) {
    options.check(&usage)
    table.check(&usage, options)
    usage.refuse(with: "--best", best, ["--required": required], because: "they are two tables")
  }
}
