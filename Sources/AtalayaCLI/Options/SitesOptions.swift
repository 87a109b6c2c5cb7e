import ArgumentParser
import Atalaya

/// Where sites are looked for, and what they must fulfil.
struct SitesOptions: ParsableArguments {
  @Argument(help: "The scenario’s folder, or its scenario.yaml; its terrain is searched.", completion: .directory)
  var scenario: String?

  @Option(
    parsing: .upToNextOption, help: "Terrain instead of a scenario’s: rasters, or folders of tiles.",
    completion: .file())
  var dem: [String] = []

  @Option(help: "Only in a rectangle: \"south, west, north, east\", degrees (default: the whole terrain).")
  var bounds: OptionValue<Rectangle>?

  @Option(help: "Least distance between two sites.")
  var spacing: OptionValue<Length> = "5 km"

  @Option(help: "How many sites at most, the first in rank (default: all).")
  var count: OptionValue<Int>?

  @Option(help: "Least prominence.")
  var prominence: OptionValue<Length> = "30 m"

  @Option(help: "No site higher than this above mean sea level (default: no limit).")
  var maxAltitude: OptionValue<Length>?

  @Option(help: "No site steeper than this, as in 15deg; a bare number is degrees (default: no limit).")
  var maxSlope: OptionValue<Slope>?

  @Option(help: "Only near features of this layer: roads, power lines, bases. May be repeated.")
  var near: [String] = []

  @Option(help: "With --near: how near (default: 10 km); once for each --near, or once for all.")
  var within: [OptionValue<Length>] = []

  @Option(help: "Only inside polygons of this layer. May be repeated.")
  var inside: [String] = []

  @Option(help: "Only outside polygons of this layer. May be repeated.")
  var outside: [String] = []

  func check(_ usage: inout Usage) {
    if (scenario == nil) == dem.isEmpty { usage.report("name a scenario, or terrain with --dem") }
    usage.check("--bounds", bounds)
    usage.check("--spacing", spacing, in: .metres(100) ... .kilometres(20_000), "100 m to 20000 km")
    usage.check("--prominence", prominence, in: .zero ... .kilometres(20_000), "0 m to 20000 km")
    usage.check("--max-altitude", maxAltitude, in: .metres(-500) ... .kilometres(20_000), "-500 m to 20000 km")
    usage.check("--max-slope", maxSlope, in: Slope(angle: .zero)...Slope(angle: .degrees(90)), "0 to 90 degrees")
    usage.check("--count", count, in: 1...Int.mostAsked)
    usage.check("--within", within, in: .zero ... .kilometres(20_000), "0 m to 20000 km")
    usage.require("--near", !near.isEmpty, for: ["--within": !within.isEmpty])
    if !near.isEmpty, within.count > 1, within.count != near.count {
      usage.report("--within: give one for all, or one for each --near")
    }
  }

  /// What is asked; layers are read, and what is odd about them goes to `warn`.
  func question(of scenario: Scenario?, warn: ([GeoFileWarning]) -> Void) throws -> SitesQuestion {
    func layer(_ text: String) throws -> MapLayer {
      let layer = try MapLayer.named(text, of: scenario)
      warn(layer.warnings)
      return layer
    }
    var search = SiteSearch(
      spacing: try spacing.get(), count: try count?.get(), minimumProminence: try prominence.get(),
      maximumElevation: try maxAltitude?.get(), maximumSlope: try maxSlope?.get().angle)
    search.bounds = try bounds.map {
      let corners = try $0.get()
      return SiteSearch.Bounds(southWest: corners.southWest, northEast: corners.northEast)
    }
    search.inside = try inside.map { try layer($0).areas() }
    search.outside = try outside.map { try layer($0).areas() }
    var question = SitesQuestion(search)
    let distances = within.isEmpty ? ["10 km"] : within
    for (index, text) in near.enumerated() {
      let found = try layer(text)
      question.require(
        near: MapFeatures(found.geometries), of: found.name,
        within: try distances[min(index, distances.count - 1)].get())
    }
    return question
  }
}
