internal import Planning
internal import Scenario

/// What a page shows of a plan: its sections, and what its scripts read of it but for grids over terrain.
struct PageContents {
  let sections: [any ReportSection]
  let data: [JSON.Member]
  /// plan.json, which is a part of the data.
  let document: JSON

  init(of plan: Plan, layers: GeoLayers, terrain: TerrainLayers?, hasMapLibrary: Bool, command: String) {
    sections =
      ReportInput(
        plan: plan, layers: layers, terrain: terrain, hasMapLibrary: hasMapLibrary, command: command
      ).sections
    document = PlanDocument.json(of: plan)
    let map = MapData(plan: plan, layers: layers, isOverTerrain: plan.terrain != nil || terrain != nil)
    data = [
      .init(key: "plan", value: document), .init(key: "map", value: map.json),
      .init(key: "reach", value: plan.reach.map { ReachGrids($0).json } ?? .null),
    ]
  }
}

extension PageFrame {
  /// The page around a scenario's sections.
  init(
    of scenario: Scenario, sections: [any ReportSection], language: ReportLanguage, library: MapLibrary?,
    data: [JSON.Member], date: String?, isServed: Bool = false
  ) {
    self.init(
      title: scenario.name, about: scenario.description.isEmpty ? "" : "\(name: scenario.description)",
      sections: sections, language: language, library: library, data: data, date: date ?? PageDate.text(),
      isServed: isServed, sources: PageSources(scenario).html)
  }
}
