internal import Geodesy
public import Scenario
public import Terrain
public import Units

/// What is asked of terrain: places where radars could stand, ranked, a spacing apart.
public struct SitesQuestion: Sendable {
  /// What each site must fulfil.
  public private(set) var search: SiteSearch
  private var names: [String] = []

  /// A question.
  public init(_ search: SiteSearch) { self.search = search }

  /// Sites must also lie near features of a layer.
  /// - Parameter name: The layer's name, for the answer.
  public mutating func require(near features: MapFeatures, of name: String, within distance: Length) {
    names.append(name)
    search.near.append(.init(features, within: distance))
  }

  /// The sites.
  /// - Parameters:
  ///   - scenario: The scenario from whose own sites the spacing counts too; nil for none.
  ///   - progress: Called with the share of the terrain that is read.
  /// - Throws: ``TerrainError`` when a tile cannot be read.
  public func sites(
    in terrain: Terrain, of scenario: Scenario? = nil, progress: (Double) -> Void = { _ in }
  ) throws(TerrainError) -> ProposedSitesReport {
    var search = search
    search.apart += scenario?.sites.map(\.position) ?? []
    var report = ProposedSitesReport(sites: try terrain.proposedSites(search, progress: progress), layers: names)
    report.search = search
    report.terrain = scenario?.terrainSource?.paths.joined(separator: ", ") ?? terrain.name
    return report
  }
}
