import ArgumentParser
import Atalaya
import Foundation

/// `atalaya route`
struct RouteCommand: CheckedCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find the fastest way of an aircraft over terrain, and prove how much faster none can be.",
    discussion: """
      FROM and TO are positions in any notation of `atalaya locate`, in quotes, or with --scenario the key of a site, base or \
      strip (or site:KEY, base:KEY, strip:KEY).

      The aircraft keeps its clearance above the ground and its ceiling, climbs and descends at its rates at most, and keeps \
      out of the areas of --avoid. Over both ends it climbs and descends vertically between the ground and the clearance. Ground \
      that the terrain does not know is not flown over. Turns take no time. Wind, air, clearance and restricted areas of a scenario \
      count unless options state others; areas at whatever hour they are closed.

      Prints the time of the route beside that of the straight line, and the time that no route can be below: the proof holds for \
      the ground as the terrain has it. The way is any line, not a grid's. --format csv has every point with its time, \
      altitude and ground, geojson, gpx and kml the line with heights, svg the vertical section: ground, clearance, altitudes flown, \
      ceiling, areas crossed in plan, and the ground under the straight line.

      Exit code: 0 done; 1 there is no route, or terrain, scenario or a place cannot be used; 64 wrong usage.

      Examples:
        atalaya route "-11.3254, -74.5356" "-11.25, -73.70" --dem vraem.tif \\
          --airspeed 225km/h --climb 540m/min --ceiling 4500m --clearance 300m
        atalaya route base:mazamari strip:S01 --scenario vraem --aircraft mi-17 --return \\
          --wind 240/15kt --output route.geojson
        atalaya route base:mazamari strip:S01 --scenario vraem --aircraft mi-17 \\
          --output route.svg
      """)

  @Argument(help: "Where it takes off.")
  var from: String

  @Argument(help: "Where it lands.")
  var to: String

  @Option(help: "Rasters, or folders of tiles; may be repeated (default: the scenario's terrain).", completion: .file())
  var dem: [String] = []

  @OptionGroup(title: "With --dem, how to read terrain whose files do not say") var reading: TerrainReadingOptions

  @Option(help: "A scenario whose aircraft, sites, bases and strips may be named.", completion: .directory)
  var scenario: String?

  @OptionGroup(title: "Flight") var flight: FlightOptions

  @Flag(
    name: .customLong("return"),
    help:
      "Find the way back as well, and whether the fuel lasts for both and the time there (the scenario's on_scene_time)."
  )
  var wayBack = false

  @Option(
    help:
      "table (lines of text), csv (points), json, geojson, gpx, kml or svg (default: by the name of --output, else table)."
  )
  var format: OptionValue<RouteFormat>?

  @Option(name: .shortAndLong, help: "The file to write instead of printing.", completion: .file())
  var output: String?

  @OptionGroup var trust: TrustOption
  @OptionGroup var quiet: QuietOption

  func check(_ usage: inout Usage) {
    flight.check(&usage, hasScenario: scenario != nil)
    reading.check(&usage)
    usage.check(output: output, format)
    usage.require("--dem", !dem.isEmpty, for: reading.given)
    guard scenario == nil else { return }
    if dem.isEmpty { usage.report("name the terrain: --dem PATH, or a --scenario that has one") }
    for text in [from, to] {
      do { _ = try Position(parsing: text) } catch { usage.report(NegativeArguments.plain("\(error)")) }
    }
  }

  func run() throws {
    let ground = try Ground(scenario: scenario, dem: dem, reading, isQuiet: quiet.quiet)
    let text = try (ground.scenario?.units ?? .metric).writing { () throws in try answer(over: ground) }
    guard let output else { return Console.result(text) }
    do { try OutputFile.write(text, to: output) } catch { throw Console.failure(error) }
  }

  private func answer(over ground: Ground) throws -> String {
    do {
      let scenario = ground.scenario
      let (start, end) = (try place(from, in: scenario), try place(to, in: scenario))
      let flown = try flight.flown(in: scenario)
      let route = try flown.find(from: start.position, to: end.position, over: ground.terrain)
      var report = RouteReport(
        route, from: start.name, to: end.name, allowance: flown.allowance, assumed: flown.assumed)
      if wayBack {
        let base = flown.base
        report.wayBack = RouteReport.WayBack(
          try flown.find(from: end.position, to: start.position, over: ground.terrain),
          stay: scenario?.onSceneTime ?? .zero, allowance: flown.allowance,
          available: base.endurance.map { $0 - base.reserve })
      }
      if flight.aircraft != nil, let scenario {
        report.warn(of: response(flown, from: start, to: end, over: route, in: scenario))
      }
      return switch written {
      case .table: report.text
      case .csv: report.table.csv
      case .json: report.json
      case .geojson: report.geoJSON
      case .gpx: report.gpx
      case .kml: report.kml
      case .svg: try drawing(of: report, flown, over: ground.terrain)
      }
    } catch { throw Console.failure(error) }
  }

  private func drawing(of report: RouteReport, _ flown: FlownAircraft, over terrain: Terrain) throws -> String {
    func profile(_ route: Route) throws -> RouteProfile {
      try RouteProfile(route, by: flown.route, areas: flown.areas, over: terrain)
    }
    return report.svg(try profile(report.route), back: try report.wayBack.map { try profile($0.route) })
  }

  /// The response on the straight line, for what else stands in the way: hover, runways, fuel.
  private func response(
    _ flown: FlownAircraft, from start: (name: String, position: Position), to end: (name: String, position: Position),
    over route: Route, in scenario: Scenario
  ) -> ResponseTime {
    let own = scenario.assets.first { $0.aircraft.id == flown.base.id && $0.base.position == start.position }
    let base =
      scenario.bases.first { $0.position == start.position }
      ?? Base(id: start.name, name: start.name, position: start.position, elevation: route.points.first?.ground)
    var asset =
      own
      ?? Asset(
        id: flown.base.id, base: base, aircraft: flown.base, count: 1, readinessByDay: .zero, readinessByNight: .zero)
    asset.routes = nil
    asset.weather = scenario.flyingWeather
    var strip =
      scenario.strips.first { $0.position == end.position }
      ?? Strip(
        id: end.name, name: end.name, position: end.position, elevation: nil, length: nil, isApproximate: false)
    strip.elevation = strip.elevation ?? route.points.last?.ground
    return ResponseTime(
      asset: asset, strip: strip, period: flight.period, onScene: scenario.onSceneTime, at: flown.time)
  }

  private func place(_ text: String, in scenario: Scenario?) throws -> (name: String, position: Position) {
    do {
      if let place = try scenario?.place(named: text) { return (place.name, place.position) }
    } catch {
      guard let position = try? Position(parsing: text) else { throw error }
      return (position.decimal(decimals: 4), position)
    }
    let position = try Position(parsing: text)
    return (position.decimal(decimals: 4), position)
  }

  private var written: RouteFormat { .chosen(format, writtenTo: output) }
}
