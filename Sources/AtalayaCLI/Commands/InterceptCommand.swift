import ArgumentParser
import Atalaya

/// `atalaya intercept`
struct InterceptCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intercept",
    abstract: "Show which assets can meet each flight, where, and with how much time to spare.",
    discussion: """
      The clock runs from the first echo: confirmation, decision, readiness, flight. Slack is the time between the asset's \
      arrival at the strip and the aircraft's take-off from it. Every span in which the asset can meet the aircraft in flight \
      is listed; none crosses the border. Times are local.

      The verdict of an asset is one of:

        before_landing  at the strip before the aircraft lands
        on_ground       at the strip before the aircraft leaves
        in_flight       too late for the strip, but can meet the aircraft in the air while it is tracked
        untracked       could meet it only where nobody tracks it
        busy            its aircraft serve other flights
        too_late, out_of_reach, not_flown
        never_tracked   detected, but never long enough for a track, so that no order is given
        never_seen      never detected: no radar has the aircraft in view for longer than a glimpse

      The best asset of a flight is the one with the first of these verdicts; of equals one that lands at the strip before \
      one that circles overhead, then the one with the most slack. "airborne" and "arrives" are the asset's.

      With --required, prints how far out the flights to each strip must be seen so that the asset that needs the least \
      warning is there before they leave.

      Examples:
        atalaya intercept GeoData/vraem --best
        atalaya intercept GeoData/vraem --flight F1 --purchase plan-2014
        atalaya intercept GeoData/vraem --required
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var table: TableOptions

  @Option(help: "Only this flight; may be repeated.")
  var flight: [String] = []

  @Flag(help: "Only the best asset for each flight; a flight that is never tracked has none.")
  var best = false

  @Flag(help: "Print how far out the flights to each strip must be seen, instead of who meets them.")
  var required = false

  func run() async throws {
    let plan = try await options.plan(parts: .flights)
    try Filter.check(flight, "flight", among: plan.scenario.flights.map(\.id))
    table.print(
      in: plan.scenario.units,
      ifEmpty: "no flight, or no asset: nothing to print"
    ) {
      var rows = required ? plan.requiredTable : best ? plan.bestWindowTable : plan.windowTable
      if !flight.isEmpty { rows = rows.filtered("flight", among: flight) }
      return rows
    }
    table.printWarnings(plan, unless: options.quiet)
  }

  func check(_ usage: inout Usage) {
    options.check(&usage)
    usage.refuse(with: "--best", best, ["--required": required], because: "they are two tables")
  }
}
