internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A radar of the plan.
struct StationRow {
  var station: RadarStation
  var isExisting: Bool
  var network: SmoothEarthCoverage
  var terrain: PlanTerrain?
  /// How well a multilateration system places what it sees; none for other stations.
  var placeErrors: [PlaceErrors] = []

  static func all(
    _ stations: [RadarStation], of scenario: Scenario, _ network: SmoothEarthCoverage, _ terrain: PlanTerrain?
  ) -> [StationRow] {
    let existing = Set(scenario.existingStations.map(\.id))
    return stations.map {
      StationRow(
        station: $0, isExisting: existing.contains($0.id), network: network, terrain: terrain,
        placeErrors: terrain?.placeErrors(of: $0, in: scenario) ?? [])
    }
  }
}
