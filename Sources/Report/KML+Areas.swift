internal import Geodesy
internal import Interception
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// Areas closed to pursuit, areas that routes keep out of, and demand points.
  var areaFolders: [KMLDocument.Folder] {
    [
      KMLDocument.Folder(
        name: ReportLanguage.en(.layerNoPursuit),
        placemarks: scenario.pursuitAreas.map {
          .init(
            name: ReportLanguage.en(.areaClosedToPursuit), style: "no-pursuit", shape: .polygons(Self.cut($0.rings)))
        }),
      KMLDocument.Folder(
        name: ReportLanguage.en(.layerRestricted),
        placemarks: (scenario.routing?.areas ?? []).map { area in
          .init(
            name: area.area.name,
            figures: [("Altitudes", area.altitudes(.en)), ("Hours", area.hours ?? ReportLanguage.en(.areaAlways))],
            style: "restricted", shape: .polygons(Self.cut([area.area.ring])))
        }),
      KMLDocument.Folder(
        name: ReportLanguage.en(.layerDemand),
        placemarks: scenario.demandPoints.map { point in
          .init(
            name: Called.plain(point.name, point.id),
            figures: [
              ("Weight", point.weight.significant(6)), ("Elevation", point.elevation?.heightText ?? "unknown"),
            ],
            style: "demand-\(Self.kmlSize(Self.size(of: point, among: scenario.demandPoints)))",
            shape: .point(point.position))
        }),
    ]
  }

  /// A mark of the viewer has one of three sizes.
  private static func kmlSize(_ size: Double) -> Int { size < 1 / 3.0 ? 1 : size < 2 / 3.0 ? 2 : 3 }

  /// Their styles.
  var areaStylesOfKML: [KMLStyle] {
    func area(_ id: String, _ name: String) -> KMLStyle {
      let colour = Palette.colour(name, isDark: true)
      return KMLStyle(id: id, line: colour, lineWidth: 2, fill: colour.opacity(0.2))
    }
    return (scenario.pursuitAreas.isEmpty ? [] : [area("no-pursuit", "border")])
      + (scenario.routing?.areas.isEmpty ?? true ? [] : [area("restricted", "vermilion")])
      + (scenario.demandPoints.isEmpty
        ? []
        : (1...3).map {
          KMLStyle(
            id: "demand-\($0)", mark: Palette.colour("amber", isDark: true), markScale: 0.3 + 0.3 * Double($0),
            labelScale: 0.6)
        })
  }
}
