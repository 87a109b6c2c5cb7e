internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What one radar sees at a height.
struct RadarRow: SeenArea {
  var height: Length?
  var station: RadarStation
  var sight: RadarSight
  var area: Area
  var terrain: PlanTerrain?
  var outlines: PolygonOverlay.Polygons = []

  /// What each radar sees at a height, in the order of the network.
  static func all(
    of band: CoverageSummary.Band, _ stations: [RadarStation], _ terrain: PlanTerrain?, _ shapes: CoverageShapes? = nil
  ) -> [RadarRow] {
    zip(band.rings.indices, stations).map { index, station in
      RadarRow(
        height: band.height, station: station, sight: RadarSight(band, index, station), area: band.ringAreas[index],
        terrain: terrain, outlines: shapes?.rings[index] ?? [])
    }
  }

  /// Altitude of the antenna above mean sea level: over the terrain where there is some, else over the stated elevation of
  /// its site; nil where neither is known.
  var antennaAltitude: Length? {
    terrain.map { $0.antennaAltitude(of: station) } ?? station.antennaAltitude
      ?? station.groundElevation.map { $0 + station.antennaHeight }
  }
}
