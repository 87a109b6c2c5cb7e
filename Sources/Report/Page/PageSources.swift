internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Scenario
internal import Terrain
internal import Units

/// What a page was made from, for its foot: the scenario's files, the terrain with its datums, and the Earth's bulge.
struct PageSources {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  func html(_ say: ReportLanguage) -> HTML {
    var parts = [layers(say), terrain(say)]
    parts.append(say(.sourcesEarth, scenario.effectiveEarthFactor.significant(5)))
    parts.append(say(.sourcesPrograms, PROJRelease.version, GDALRelease.version))
    // Word for word, in their own language, as the licences of the terrain demand.
    let notices = (scenario.terrain?.notices ?? []).map { " \($0)." }.joined()
    return "\(say(.sources)): \(parts.joined(separator: "; ")).\(notices)"
  }

  private func layers(_ say: ReportLanguage) -> String {
    let files = scenario.layerFiles.map { "\($0.layer) \($0.file.isolated)" }
    guard !files.isEmpty else { return say(.sourcesInline) }
    let layers = say(.sourcesLayers, files.joined(separator: ", "))
    return inline.isEmpty ? layers : layers + say(.sourcesRest, inline.joined(separator: ", "))
  }

  /// The layers that stand in scenario.yaml itself.
  private var inline: [String] {
    let counts = [
      ("radar_types", scenario.radarTypes.count), ("sites", scenario.sites.count),
      ("purchases", scenario.purchases.count), ("aircraft", scenario.aircraft.count), ("bases", scenario.bases.count),
      ("assets", scenario.assets.count), ("strips", scenario.strips.count), ("routes", scenario.routeCount),
      ("flights", scenario.flights.count), ("illuminators", scenario.illuminators.count),
    ]
    let files = Set(scenario.layerFiles.map(\.layer))
    return counts.filter { $0.1 > 0 && !files.contains($0.0) }.map(\.0)
  }

  private func terrain(_ say: ReportLanguage) -> String {
    guard let source = scenario.terrainSource, let terrain = scenario.terrain else {
      return say(.sourcesSmooth, scenario.groundElevation.heightText)
    }
    let frame = terrain.frame
    let system = (try? ReferenceSystem(frame.crs))?.name ?? say(.unknown)
    return say(
      .sourcesTerrain, source.paths.map(\.isolated).joined(separator: ", "), "\(frame.columns) × \(frame.rows)", system,
      terrain.verticalDatum.name)
  }
}
