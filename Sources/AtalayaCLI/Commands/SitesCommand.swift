import ArgumentParser
import Atalaya

/// Proposes sites from terrain.
struct SitesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "Propose places for radars from terrain: summits and ridge points, ranked, a spacing apart.",
    discussion: """
      A summit is the highest ground within half the spacing; a ridge point has ground that falls on both sides of a line \
      through it. Summits come first, by isolation: the distance to the nearest higher ground. So the first n are those that \
      stand out most, and they lie widely apart. Ridge points follow, by how far the ground falls beside them. In this order \
      each is taken that fulfils the conditions and lies the spacing, along the ellipsoid, from all before it and from the \
      scenario's own sites.

      Prominence: of a summit, how far one must descend on the way to higher ground; of a ridge point, how far the ground \
      falls on the side where it falls less. Slope: the steepest way to one of the eight posts around.

      Never proposed: unknown posts and those next to one, the terrain's edge, and posts at 0 m, which terrain models have \
      for the sea. Isolation and prominence know no more than the terrain and the bounds. The terrain is looked at in cells \
      of a twentieth of the spacing, each by its highest post: what is nearest or within half the spacing holds to about a \
      cell.

      Layers are of any format that GDAL reads, `file:layer` for one of several, tables with latitude and longitude; with a \
      scenario also bases, strips, sites and border, its own. --within belongs to the --near in the same place.

      --output writes a layer with the columns of a scenario's sites, which scenario.yaml can name: sites: sites.geojson

      Exit code: 0 done, also when nothing was found; 1 terrain, layer or output cannot be used; 64 wrong usage.

      Examples:
        atalaya sites GeoData/lima --count 20
        atalaya sites --dem tiles/ --bounds "-13, -75, -11, -73" \\
          --spacing 8km --near roads.gpkg --within 5km
        atalaya sites GeoData/lima --near bases --within 60km \\
          --outside parks.shp --output sites.geojson
      """)

  @Argument(help: "The scenario’s folder, or its scenario.yaml; its terrain is searched.", completion: .directory)
  var scenario: String?

  @Option(
    parsing: .upToNextOption, help: "Terrain in place of a scenario’s: rasters, or folders of tiles.",
    completion: .file())
  var dem: [String] = []

  @OptionGroup var reading: TerrainReadingOptions

  @Option(help: "Only in a rectangle: \"south, west, north, east\", degrees (default: the whole terrain).")
  var bounds: String?

  @Option(help: "The least distance between two sites.")
  var spacing = "5 km"

  @Option(
    help: "At most so many, the first in rank (default: all).", transform: OptionNumber.count(1...OptionNumber.most))
  var count: Int?

  @Option(help: "The least prominence.")
  var prominence = "30 m"

  @Option(help: "No site higher than this above mean sea level (default: any).")
  var maxAltitude: String?

  @Option(help: "No site steeper than this, as 15deg; a bare number is degrees (default: any).")
  var maxSlope: String?

  @Option(help: "Only near features of this layer: roads, power lines, bases. May be repeated.")
  var near: [String] = []

  @Option(help: "How near (default: 10 km); once for each --near, or once for all.")
  var within: [String] = []

  @Option(help: "Only inside polygons of this layer. May be repeated.")
  var inside: [String] = []

  @Option(help: "Not inside polygons of this layer. May be repeated.")
  var outside: [String] = []

  @Option(help: "table, csv or json.")
  var format: TableFormat = .table

  @Option(
    name: .shortAndLong, help: "The layer to write: .geojson, .gpkg or .csv.", completion: .file())
  var output: String?

  @OptionGroup var trust: TrustOption

  @Flag(name: .shortAndLong, help: "Print neither progress nor warnings: errors and results alone.")
  var quiet = false

  func validate() throws {
    guard (scenario == nil) != dem.isEmpty else { throw ValidationError("Name a scenario, or terrain by --dem.") }
    if let slope = try steepest(), !(0...90).contains(slope.degrees) {
      throw ValidationError("--max-slope is 0 to 90 degrees")
    }
    guard within.count <= 1 || within.count == near.count else {
      throw ValidationError("--within stands once for all, or once for each --near")
    }
    if near.isEmpty, !within.isEmpty { throw ValidationError("--within goes with --near") }
    if let output, !["geojson", "json", "gpkg", "csv"].contains(output.split(separator: ".").last?.lowercased()) {
      throw ValidationError("--output ends in .geojson, .gpkg or .csv")
    }
    _ = try lengths()
    if let bounds { _ = try FetchArea.corners(bounds) }
  }

  private func steepest() throws -> Angle? {
    do { return try maxSlope.map { try AmountText.angle($0) } } catch { throw ValidationError("--max-slope: \(error)") }
  }

  private struct Lengths {
    var spacing: Length
    var prominence: Length
    var maximumElevation: Length?
    var within: [Length]
  }

  private func lengths() throws -> Lengths {
    func read(_ name: String, _ text: String, least: Length) throws -> Length {
      let length: Length
      do { length = try Length.parse(text) } catch { throw ValidationError("\(name): \(error)") }
      guard (least ... .kilometres(20_000)).contains(length) else {
        throw ValidationError("\(name) is \(least.text) to 20000 km")
      }
      return length
    }
    return Lengths(
      spacing: try read("--spacing", spacing, least: .metres(100)),
      prominence: try read("--prominence", prominence, least: .zero),
      maximumElevation: try maxAltitude.map { try read("--max-altitude", $0, least: .metres(-500)) },
      within: try within.map { try read("--within", $0, least: .zero) })
  }

  func run() async throws {
    let source = try open()
    try (source.scenario?.units ?? .metric).writing { () throws in try propose(over: source) }
  }

  private func propose(over source: ProfileGround.Source) throws {
    let lengths = try lengths()
    var search = SiteSearch(
      spacing: lengths.spacing, count: count, minimumProminence: lengths.prominence,
      maximumElevation: lengths.maximumElevation, maximumSlope: try steepest(),
      apart: source.scenario?.sites.map(\.position) ?? [])
    if let bounds {
      let corners = try FetchArea.corners(bounds)
      search.bounds = SiteSearch.Bounds(southWest: corners.0, northEast: corners.1)
    }
    var names: [String] = []
    for (index, text) in near.enumerated() {
      let layer = try layer(text, source.scenario)
      let distance = lengths.within.isEmpty ? .kilometres(10) : lengths.within[min(index, lengths.within.count - 1)]
      names.append(layer.name)
      search.near.append(.init(MapFeatures(layer.geometries), within: distance))
    }
    search.inside = try inside.map { try polygons($0, source.scenario) }
    search.outside = try outside.map { try polygons($0, source.scenario) }
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.clear() }
    let sites: [ProposedSite]
    do {
      sites = try source.terrain.proposedSites(search) { share in
        progress.show { _ in "reading terrain: \((share * 100).fixed(0)) %" }
      }
    } catch { throw Console.failure("\(error)") }
    progress.clear()
    let report = ProposedSitesReport(sites: sites, layers: names)
    if let output {
      do { try report.write(to: output) } catch { throw Console.failure("\(error)") }
    }
    show(report, search, source)
  }

  private func show(_ report: ProposedSitesReport, _ search: SiteSearch, _ source: ProfileGround.Source) {
    switch format {
    case .csv: Console.print(report.table.csv, terminator: "")
    case .json: Console.print(report.table.json, terminator: "")
    case .table:
      let summits = report.sites.count { $0.kind == .summit }
      var conditions = ["\(search.spacing.text) apart", "prominence of \(search.minimumProminence.heightText) or more"]
      for (name, nearness) in zip(report.layers, search.near) {
        conditions.append("within \(nearness.distance.text) of \(name)")
      }
      if let limit = search.maximumElevation { conditions.append("not above \(limit.heightText)") }
      if let limit = search.maximumSlope { conditions.append("not steeper than \(limit.text)") }
      Console.print(
        "Terrain    \(source.scenario?.terrainSource?.paths.joined(separator: ", ") ?? source.terrain.name)")
      Console.print(
        "Sites      \(summits) summits and \(report.sites.count - summits) ridge points; \(conditions.joined(separator: ", "))"
      )
      Console.print("Rank       summits by isolation, then ridge points by prominence")
      if let output { Console.print("Wrote      \(output)") }
      if !report.sites.isEmpty { Console.print("\n" + report.table.text(), terminator: "") }
    }
  }

  private func open() throws -> ProfileGround.Source {
    var loaded: Scenario?
    if let scenario {
      do { loaded = try Scenario.load(folder: scenario) } catch {
        throw Console.failure(error)
      }
      guard loaded?.terrain != nil else {
        throw Console.failure("the scenario \(scenario) names no terrain: get it by atalaya terrain fetch \(scenario)")
      }
    }
    do {
      let terrain = try loaded?.terrain ?? Terrain.open(dem, reading: reading.reading())
      if !quiet { for line in terrain.warnings { Console.note("warning: \(line)") } }
      return ProfileGround.Source(terrain: terrain, scenario: loaded)
    } catch { throw Console.failure("\(error)") }
  }

  private func layer(_ text: String, _ scenario: Scenario?) throws -> MapLayer {
    if let own = scenario?.mapLayer(named: text) { return own }
    do {
      let layer = try MapLayer.read(text)
      if !quiet { for line in layer.warnings { Console.note("warning: \(line)") } }
      return layer
    } catch { throw Console.failure("\(error)") }
  }

  private func polygons(_ text: String, _ scenario: Scenario?) throws -> MapFeatures {
    let features = MapFeatures(try layer(text, scenario).geometries)
    guard features.hasPolygons else {
      throw Console.failure("\(text): has no polygons, so that nothing lies inside: name a layer of areas")
    }
    return features
  }
}
