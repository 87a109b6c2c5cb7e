internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// Areas closed to pursuit.
  var pursuitAreas: OutputLayer {
    Record<Int>([.count("part", \.self, gis: true)]).layer(
      "no_pursuit", "Areas closed to pursuit", .polygons,
      scenario.pursuitAreas.enumerated().map { ($0 + 1, .polygons(Self.cut($1.rings))) })
  }

  /// Areas that routes keep out of.
  var restrictedAreas: OutputLayer {
    Records.restrictedArea.layer(
      "restricted_areas", "Areas that the routes of responses keep out of", .polygons,
      (scenario.routing?.areas ?? []).map { ($0, .polygons(Self.cut([$0.area.ring]))) })
  }

  /// Places that count when they are reached.
  var demandPoints: OutputLayer {
    Records.demandPoint.layer(
      "demand_points", "Places that count when they are reached, by their weights", .points,
      scenario.demandPoints.map { ($0, .point($0.position)) })
  }

  /// The layers of areas and demand points that the scenario has.
  var areaLayers: [OutputLayer] {
    (scenario.pursuitAreas.isEmpty ? [] : [pursuitAreas])
      + (scenario.routing?.areas.isEmpty ?? true ? [] : [restrictedAreas])
      + (scenario.demandPoints.isEmpty ? [] : [demandPoints])
  }

  /// How GIS programs draw them.
  var areaStyles: [LayerStyle] {
    func dashed(_ layer: String, _ colour: String) -> LayerStyle {
      let colour = Palette.colour(colour)
      return .one(layer, .area(fill: colour.opacity(0.15), outline: colour, millimetres: 0.5))
    }
    var points = LayerStyle.one(
      "demand_points",
      .marker("circle", fill: Palette.colour("amber"), outline: Palette.colour("ink"), millimetres: 2.6))
    points.labels = "id"
    return (scenario.pursuitAreas.isEmpty ? [] : [dashed("no_pursuit", "border")])
      + (scenario.routing?.areas.isEmpty ?? true ? [] : [dashed("restricted_areas", "vermilion")])
      + (scenario.demandPoints.isEmpty ? [] : [points])
  }

  /// Rings in polygons that do not cross the antimeridian.
  static func cut(_ rings: [[Position]]) -> [[[Position]]] {
    guard let whole = try? PolygonRepair.repaired(rings), let cut = try? PolygonOverlay.withinTurn(whole.polygons)
    else { return [rings] }
    return cut
  }

  /// How large a demand point is drawn: the side of its share of the greatest weight, 0 to 1.
  static func size(of point: DemandPoint, among points: [DemandPoint]) -> Double {
    let most = points.map(\.weight).max() ?? 0
    return most > 0 ? (point.weight / most).squareRoot() : 0
  }
}

extension Records {
  /// An area of the layer `restricted_areas`.
  static var restrictedArea: Record<RestrictedArea> {
    [
      .text("name", \.area.name, gis: true),
      .signedLength("bottom_amsl", \.area.bottom, gis: .metres()),
      .signedLength("top_amsl", \.area.top, gis: .metres()),
      .text("begin", { $0.begin?.clockText }, gis: true), .text("end", { $0.end?.clockText }, gis: true),
    ]
  }

  /// A point of the layer `demand_points`.
  static var demandPoint: Record<DemandPoint> {
    [
      .text("id", \.id, gis: true), .text("name", \.name, gis: true),
      .signedLength("elevation", \.elevation, gis: .metres()), .number("weight", \.weight, gis: true),
    ]
  }
}
