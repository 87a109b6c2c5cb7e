import ArgumentParser
import Atalaya

/// What the radars see.
struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show what each radar and the whole network see, by altitude.",
    discussion: """
      For every altitude band how far each radar sees the scenario's target (target_rcs, target_transponder), and the \
      ground areas seen by at least one, two and three radars, on the ellipsoid. Blind sectors are taken off.

      Without terrain a radar sees to the smallest of its instrumented range, its detection range for that cross-section \
      (fourth-root law) and the horizon over the effective Earth, printed with what limits it. Heights are above the smooth \
      ground at the scenario's ground_elevation. That is an estimate: over real terrain mountains hide more, and high \
      ground shows more (`atalaya terrain fetch` gets terrain). With terrain the farthest place is printed at which the \
      radar sees the target over it, and the distance that half of the azimuths do not exceed; areas count what is seen.

      Examples:
        atalaya coverage GeoData/vraem
        atalaya coverage GeoData/vraem --height 300m --format csv

      With --dem it takes terrain in place of a scenario and writes the floor of one antenna: for every cell the lowest \
      altitude above mean sea level in line of sight over the effective Earth, on the terrain's own grid. Unknown terrain \
      hides what lies behind it. The errors of each quality against the exact model are in the article CoverageFloors.

      Limits of the radar's own go into it as options: minimum range, beam, blind sectors; the range is then a slant range \
      as well. --causes writes why a target of one height is not seen, post by post.

        atalaya coverage --dem dem.tif --at "-12.04, -76.95" --antenna-height 20m \\
          --range 120km --output floor.tif
        atalaya coverage --dem dem.tif --at "-12.04, -76.95" --antenna-height 20m \\
          --range 120km --minimum-elevation 0.5deg --maximum-elevation 40deg \\
          --causes causes.tif --target-height 150m --output floor.tif
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var table: TableOptions
  @OptionGroup(title: "Floor over terrain") var floor: FloorOptions

  @Option(help: "Only this altitude band above ground, as 300m or 1000ft (a bare number is metres); may be repeated.")
  var height: [String] = []

  func validate() throws {
    if let problem = floor.problem { throw ValidationError(problem) }
    try floor.beam.check()
    _ = try heights()
    if floor.isAsked {
      if options.scenario != nil { throw ValidationError("Name a scenario or --dem, not both.") }
    } else {
      try options.folder()
    }
  }

  /// The bands that are asked for, in whole metres.
  private func heights() throws -> [Int] {
    try height.map { text in
      do {
        let length: Length
        if AmountText.isBare(text) {
          length = try AmountText.length(text)
        } else {
          guard case .aboveGround(let height) = try Altitude.parse(text, isAboveGroundUnlessSaid: true) else {
            throw QuantityError(.outOfRange, text, "altitude bands are heights above ground")
          }
          length = height
        }
        guard let metres = Int(exactly: length.metres.rounded()), metres >= 0 else {
          throw QuantityError(.outOfRange, text, "write a height above ground, as in 300m")
        }
        return metres
      } catch {
        throw ValidationError("--height: \(error)")
      }
    }
  }

  func run() async throws {
    if floor.isAsked { return try floor.run() }
    let plan = try await options.plan(parts: .coverage)
    let bands = plan.scenario.altitudeBands.map { Int($0.metres.rounded()) }
    let heights = try heights()
    for text in height where AmountText.isBare(text) && !options.quiet {
      Console.note("note: --height \(text) is taken as \(text) m; write --height \(text)m")
    }
    for height in heights where !bands.contains(height) {
      func text(_ metres: Int) -> String { Length.metres(Double(metres)).heightText }
      throw Console.failure(
        plan.scenario.units.writing {
          "the scenario has no altitude band of \(text(height)); it has \(bands.map(text).joined(separator: ", "))"
        })
    }
    table.print(in: plan.scenario.units, ifEmpty: "no altitude bands") {
      plan.coverageTable(heights: heights.isEmpty ? nil : heights)
    }
    table.printWarnings(plan, unless: options.quiet)
  }
}
