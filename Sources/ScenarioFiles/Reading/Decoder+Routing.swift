import GeoFiles
import Geodesy
import Response
import Scenario
import Units

extension Decoder {
  /// How routes are flown; nil where the scenario does not ask for them.
  func routing(_ settings: Settings, origin: Origin) -> RouteSettings? {
    let areas = restrictedAreas()
    guard var routing = settings.routing else {
      if let layer = layers[RoutingFields.areas.key], !layer.records.isEmpty {
        diagnostics.warning(
          .incomplete, at: layer.origin, field: RoutingFields.areas.key,
          "counts for routes only, and none are asked for",
          "write routing: {} in scenario.yaml, or take the layer away")
      }
      return nil
    }
    if settings.terrain == nil {
      diagnostics.error(
        .incomplete, at: origin, field: SettingFields.routing.name, "needs terrain, and the scenario names none",
        "name terrain, or take routing away: responses then fly straight")
    }
    routing.areas = areas
    return routing
  }

  private func restrictedAreas() -> [RestrictedArea] {
    guard let layer = layers[RoutingFields.areas.key] else { return [] }
    return rows(of: layer).flatMap(restrictedAreas)
  }

  private func restrictedAreas(_ row: Row) -> [RestrictedArea] {
    typealias F = RoutingFields
    let (bottom, top) = (row.optional(F.bottom), row.optional(F.top))
    let (begin, end) = (row.optional(F.begin), row.optional(F.end))
    if row.has(F.begin) != row.has(F.end) {
      row.report(.incomplete, row.has(F.begin) ? F.begin : F.end, "stands alone", "state begin and end, or neither")
    }
    let record = row.record
    guard case .polygons(let polygons) = record.geometry else {
      if !record.isGeometryBroken {
        diagnostics.error(
          .position, at: record.origin, field: "geometry", "is not a polygon",
          "areas to keep out of come from a layer of polygons")
      }
      return []
    }
    let name = row.optional(F.name) ?? "area"
    var areas: [RestrictedArea] = []
    for ring in polygons.compactMap(\.first) {
      do throws(RouteError) {
        let area = try RouteArea(name: name, ring: ring, bottom: bottom, top: top)
        areas.append(RestrictedArea(area, begin: begin, end: end))
      } catch { diagnostics.error(.value, at: record.origin, field: "geometry", error.problem, error.remedy ?? "") }
    }
    return areas
  }
}
