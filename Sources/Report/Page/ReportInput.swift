internal import Planning
internal import Scenario

/// What sections are made from.
struct ReportInput: Sendable {
  var plan: Plan
  var layers: GeoLayers
  var terrain: TerrainLayers?
  var hasMapLibrary: Bool
  var command: String

  /// Every section that has something to say, in the order of the page.
  var sections: [any ReportSection] {
    let all: [(any ReportSection)?] = [
      SummarySection(self), MapSection(self), MatrixSection(self), WindowsSection(self), RequiredSection(self),
      SkySection(self), RouteProfilesSection(self), ReachSection(self),
      RouteSection(self), LeakSection(self), PlacementSection(self), PurchasesSection(self), CoverageSection(self),
      RadarTypesSection(self), SkylineSection(self),
      AssumptionsSection(self),
    ]
    return all.compactMap { $0 }
  }
}
