internal import GeoFiles
internal import Geodesy
public import Scenario
internal import ScenarioFiles
public import Terrain
public import Units

/// What is asked of terrain: places where radars could stand, ranked, a spacing apart.
public struct SitesQuestion: Sendable {
  /// What each site must fulfil, without the layers below.
  public var search: SiteSearch
  /// Layers near whose features sites must lie, with how near; a scenario's own by name, or files.
  public var near: [(layer: String, within: Length)] = []
  /// Layers inside whose polygons sites must lie.
  public var inside: [String] = []
  /// Layers outside whose polygons sites must lie.
  public var outside: [String] = []

  /// A question.
  public init(_ search: SiteSearch) { self.search = search }

  /// The sites.
  /// - Parameters:
  ///   - scenario: The scenario whose layers can be named, and from whose own sites the spacing counts too; nil for none.
  ///   - progress: Called with the share of the terrain that is read.
  /// - Throws: ``GeoFileError`` when a layer cannot be used, ``TerrainError`` when a tile cannot be read.
  public func sites(
    in terrain: Terrain, of scenario: Scenario? = nil, progress: (Double) -> Void = { _ in }
  ) throws -> ProposedSitesReport {
    var (search, names, warnings) = (search, [String](), [String]())
    search.apart += scenario?.sites.map(\.position) ?? []
    func layer(_ text: String) throws -> MapLayer {
      if let own = scenario?.mapLayer(named: text) { return own }
      let layer = try MapLayer.read(text)
      warnings += layer.warnings
      return layer
    }
    func polygons(_ text: String) throws -> MapFeatures {
      let features = MapFeatures(try layer(text).geometries)
      guard features.hasPolygons else {
        throw GeoFileError(
          .badGeometry, path: text, problem: "has no polygons, so that nothing lies inside",
          remedy: "name a layer of areas")
      }
      return features
    }
    for (text, distance) in near {
      let found = try layer(text)
      names.append(found.name)
      search.near.append(.init(MapFeatures(found.geometries), within: distance))
    }
    search.inside += try inside.map(polygons)
    search.outside += try outside.map(polygons)
    let sites = try terrain.proposedSites(search, progress: progress)
    var report = ProposedSitesReport(sites: sites, layers: names)
    report.warnings = warnings
    report.search = search
    report.terrain = scenario?.terrainSource?.paths.joined(separator: ", ") ?? terrain.name
    return report
  }
}
