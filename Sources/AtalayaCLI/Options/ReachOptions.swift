import ArgumentParser
import Atalaya

/// Which reach is asked for.
struct ReachOptions: ParsableArguments {
  /// By day, by night or both.
  enum PeriodChoice: String, OptionChoice {
    case day, night, both
  }

  @Option(
    help: """
      Times from the order, separated by commas, in any order: minutes, or with units (default: reach: limits of scenario.yaml, else \
      15,30,60).
      """)
  var limits: OptionValue<ReachLimits>?

  @Option(help: "Only this asset (its id); may be repeated, or several with commas.")
  var assets: [String] = []

  @Option(help: "By day, by night, or both.")
  var period: OptionValue<PeriodChoice> = "both"

  @Option(
    help: "Side of a cell (default: reach: step of scenario.yaml, else by the size of the area, about 40,000 cells).")
  var step: OptionValue<Length>?

  @Option(
    help: ArgumentHelp(
      "A rectangle as the area (default: the scenario’s region, else the box around bases, strips and demand points).",
      valueName: "south, west, north, east"))
  var region: OptionValue<Rectangle>?

  @Flag(
    help:
      "Fly over the terrain, around and over what is in the way, instead of along geodesics (default: as scenario.yaml has it with reach: routed or routing, else no)."
  )
  var routed = false

  func check(_ usage: inout Usage) {
    usage.check("--limits", limits)
    usage.check("--period", period)
    usage.check("--step", step, in: .metres(10) ... .kilometres(200), "10 m to 200 km")
    usage.check("--region", region)
  }

  /// The ids of the assets that are asked for; none for all.
  var ids: [String] {
    assets.flatMap { $0.split(separator: ",").map { String($0).trimmingSpacesAround } }.filter { !$0.isEmpty }
  }

  /// What is asked.
  func question(of scenario: Scenario, purchase: Scenario.Purchase?) throws -> ReachQuestion {
    let periods: [Period] =
      switch try period.get() {
      case .day: [.day]
      case .night: [.night]
      case .both: Period.allCases
      }
    return ReachQuestion(
      of: scenario, limits: try limits?.get().limits, periods: periods, assets: ids.isEmpty ? nil : Set(ids),
      step: try step?.get(),
      box: try region.map { try $0.get() }.map { .init(southWest: $0.southWest, northEast: $0.northEast) },
      isRouted: routed ? true : nil, purchase: purchase)
  }
}

extension String {
  fileprivate var trimmingSpacesAround: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
