internal import Geodesy
internal import Interception
internal import Response
internal import Scenario
internal import Units

/// Areas and demand points as the page's map draws them.
struct MapAreas {
  let scenario: Scenario

  /// Of each area closed to pursuit its rings.
  var noPursuit: JSON { .array(scenario.pursuitAreas.map { .array($0.rings.map(ring)) }) }

  /// Areas that routes keep out of, with the altitudes and hours in which they count.
  var restricted: JSON {
    .array(
      (scenario.routing?.areas ?? []).map { area in
        .object([
          "name": .string(area.area.name), "ring": ring(area.area.ring), "bottom_m": .metres(area.area.bottom),
          "top_m": .metres(area.area.top), "hours": .optional(area.hours),
        ])
      })
  }

  /// Demand points with their weights, and how large they are drawn, 0 to 1; the smallest last, so that it is not covered.
  var demand: JSON {
    .array(
      scenario.demandPoints.sorted { $0.weight > $1.weight }.map { point in
        .object([
          "name": .string(Called.plain(point.name, point.id)), "at": place(point.position),
          "weight": .string(point.weight.significant(6)),
          "size": .number(GeoLayers.size(of: point, among: scenario.demandPoints), decimals: 3),
        ])
      })
  }

  private func ring(_ ring: [Position]) -> JSON { .array(ring.map(place)) }

  private func place(_ position: Position) -> JSON {
    .array([.number(position.latitudeDegrees, decimals: 8), .number(position.normalized.longitudeDegrees, decimals: 8)])
  }
}
