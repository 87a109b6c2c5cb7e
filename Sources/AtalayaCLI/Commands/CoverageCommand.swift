import ArgumentParser
import Atalaya

/// What the radars see.
struct CoverageCommand: CheckedCommand, AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show what each radar and the whole network see, by altitude.",
    discussion: """
      For each altitude band, prints how far each radar sees the scenario's target (target_rcs, target_transponder), and \
      the area of ground over which at least one, two and three radars see it. Areas are on the ellipsoid; blind sectors are \
      subtracted.

      With terrain, a radar's range is the farthest place over which it sees the target, and the distance that half of the \
      azimuths do not exceed.

      Without terrain the Earth is smooth, at the scenario's ground_elevation. A radar then sees to the smallest of its \
      instrumented range, its detection range for the target (fourth-root law) and the horizon over the effective Earth; \
      the table names the one that limits it. This is an estimate: mountains hide more, and high ground shows more. \
      `atalaya terrain fetch` gets terrain.

      `atalaya floor` computes the floor of one antenna without a scenario.

      Exit code: 0 done; 1 the scenario or its terrain cannot be used; 64 wrong usage.

      Examples:
        atalaya coverage GeoData/vraem
        atalaya coverage GeoData/vraem --height 300m --format csv
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var table: TableOptions

  @Option(help: "Only this height above ground, as 300m or 1000ft, an altitude band or not; may be repeated.")
  var height: [OptionValue<BandHeight>] = []

  // `atalaya floor` by its old name, for one release.
  @Option(parsing: .upToNextOption, help: .hidden, completion: .file()) var dem: [String] = []
  @OptionGroup(visibility: .hidden) var floor: FloorOptions

  func check(_ usage: inout Usage) {
    usage.check("--height", height)
    if dem.isEmpty {
      for options in [
        floor.given, floor.beam.given, floor.reading.given, floor.ground.given, floor.radar.given,
      ] {
        usage.require("--dem", false, for: options)
      }
      options.check(&usage)
      table.check(&usage, options)
    } else {
      usage.refuse(
        with: "--dem", true,
        [
          "the scenario": options.scenario != nil, "--purchase": options.purchase != nil,
          "--units": options.units != nil, "--no-cache": options.noCache, "--height": !height.isEmpty,
          "--format": table.isGiven,
        ])
      floor.check(&usage, hasTerrain: true)
    }
  }

  func run() async throws {
    if !dem.isEmpty {
      Console.note(
        "note: coverage --dem is now a command of its own: atalaya floor DEM… --at … (coverage --dem will go)")
      return try FloorRun(dem: dem, options: floor, isQuiet: options.quiet)()
    }
    for text in try height.filter({ try $0.get().isBare }).map(\.text) where !options.quiet {
      Console.note(
        "note: --height \(text) is taken as \(text) m; write --height \(text)m (a bare number will be refused)")
    }
    let asked = try height.map { try $0.get().height }
    let plan = try await options.plan(parts: .coverage) { scenario, _ in
      let known = Set(scenario.altitudeBands.map(\.wholeMetres))
      let others = asked.filter { !known.contains($0.wholeMetres) }
      scenario.altitudeBands += Set(others).sorted()
    }
    let heights = asked.map(\.wholeMetres)
    table.print(in: plan.scenario.units, ifEmpty: "no altitude bands") {
      plan.coverageTable(heights: heights.isEmpty ? nil : heights)
    }
    table.printWarnings(plan, unless: options.quiet)
  }
}

extension Length {
  /// Metres, as altitude bands are told apart.
  fileprivate var wholeMetres: Int { Int(exactly: metres.rounded()) ?? .max }
}
