internal import GeoFiles
internal import Geodesy
internal import Terrain
internal import Units

extension Records {
  /// A site of `atalaya sites`, with the columns of a scenario's layer `sites` and what was found out about it.
  /// - Parameter layers: The layers to which distances were measured.
  static func proposedSite(layers: [String]) -> Record<ProposedSiteRow> {
    Record(proposedFields + stems(layers).enumerated().map { distance($0, layers[$0], $1) })
  }

  private static var proposedFields: [Field<ProposedSiteRow>] {
    [
      .text("id", \.id, heading: "id", csv: true, gis: true),
      .text("name", \.site.name, csv: true, gis: true),
      .text("kind", \.site.kind.rawValue, heading: "kind", csv: true, gis: .after("elevation_m")),
      .place(\.site.position, csv: 6, console: 4),
      .signedLength(
        "elevation", \.site.elevation, heading: "altitude", csv: .metres(1), unit: "m AMSL", gis: .metres(1)),
      .length(
        "isolation", \.site.isolation, heading: "isolation", csv: .kilometres(3), console: 1, gis: .kilometres(3)),
      .length("prominence", \.site.prominence, heading: "prominence", csv: .metres(1), gis: .metres(1)),
      .angle("slope", \.site.slope, heading: "slope", csv: .degrees(2), gis: .degrees(2)),
    ]
  }

  private static func distance(_ index: Int, _ layer: String, _ stem: String) -> Field<ProposedSiteRow> {
    .length(stem, { $0.site.nearby[index] }, heading: layer, csv: .kilometres(3), console: 1, gis: .kilometres(3))
  }

  /// `distance_roads`; of two layers of one name the second is `distance_roads_2`.
  private static func stems(_ layers: [String]) -> [String] {
    layers.enumerated().map { index, name in
      let number = layers[..<index].count { $0 == name } + 1
      return "distance_\(name)\(number > 1 ? "_\(number)" : "")"
    }
  }
}
