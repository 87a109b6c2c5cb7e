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
    return "\(say(.sources)): \(parts.joined(separator: "; "))."
  }

  private func layers(_ say: ReportLanguage) -> String {
    let files = scenario.layerFiles.map { "\($0.layer) \($0.file.isolated)" }
    return files.isEmpty ? say(.sourcesInline) : say(.sourcesLayers, files.joined(separator: ", "))
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
