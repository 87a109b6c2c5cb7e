internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Terrain
internal import Units

/// Where elevations come from.
struct TerrainRow {
  var source: Scenario.TerrainSource
  var terrain: Terrain

  /// Nil when the scenario names no terrain.
  init?(_ scenario: Scenario) {
    guard let source = scenario.terrainSource, let terrain = scenario.terrain else { return nil }
    (self.source, self.terrain) = (source, terrain)
  }
}
