public import GeoFiles
internal import Geodesy
public import Terrain
public import Units

/// Sites found in terrain as a table and as a layer that a scenario can name as its `sites`.
public struct ProposedSitesReport: Sendable {
  /// The sites, in the order of their rank.
  public let sites: [ProposedSite]
  /// Names of the layers to which distances were measured.
  public let layers: [String]
  /// What to look at before trusting the layers, one line each.
  public internal(set) var warnings: [String] = []
  var search: SiteSearch?
  var terrain = ""

  /// A report.
  /// - Parameter layers: As many as each site has distances.
  public init(sites: [ProposedSite], layers: [String]) {
    self.sites = sites
    self.layers = layers
  }

  /// The rows for people, CSV and JSON.
  public var table: ReportTable {
    var table = ReportTable(
      [
        .shown("id", "id"), .fileOnly("name"), .shown("kind", "kind"),
        .shown("latitude", "latitude", "°", decimals: 6, console: 4),
        .shown("longitude", "longitude", "°", decimals: 6, console: 4),
        .shown("elevation_m", "altitude", "m AMSL", decimals: 1),
        .shown("isolation_km", "isolation", "km", decimals: 3, console: 1),
        .shown("prominence_m", "prominence", "m", decimals: 1),
        .shown("slope_deg", "slope", "°", decimals: 2, console: 0),
      ]
        + zip(layers, keys).map { ReportTable.Column.shown($1, $0, "km", decimals: 3, console: 1) })
    for (id, site) in zip(sites.ids, sites) {
      table.append(
        [
          .text(id), .text(site.name), .text(site.kind.rawValue), .number(site.position.latitudeDegrees),
          .number(site.position.longitudeDegrees), .number(site.elevation.metres),
          .optional(site.isolation?.kilometres), .number(site.prominence.metres), .number(site.slope.degrees),
        ] + site.nearby.map { .number($0.kilometres) })
    }
    return table
  }

  /// The sites for reading: where they were looked for, by which conditions, and a row each.
  /// - Parameter path: The layer that was written; nil for none.
  public func text(wroteTo path: String? = nil) -> String {
    var conditions: [String] = []
    if let search {
      conditions = [
        "\(search.spacing.text) apart", "prominence of \(search.minimumProminence.heightText) or more",
      ]
      for (name, nearness) in zip(layers, search.near) {
        conditions.append("within \(nearness.distance.text) of \(name)")
      }
      if let limit = search.maximumElevation { conditions.append("not above \(limit.heightText)") }
      if let limit = search.maximumSlope { conditions.append("not steeper than \(limit.text)") }
    }
    let summits = sites.count { $0.kind == .summit }
    var text = """
      Terrain    \(terrain)
      Sites      \(summits) summits and \(sites.count - summits) ridge points; \(conditions.joined(separator: ", "))
      Rank       summits by isolation, then ridge points by prominence

      """
    if let path { text += "Wrote      \(path)\n" }
    return sites.isEmpty ? text : text + "\n" + table.text()
  }

  /// The sites as points, with the columns of a scenario's layer `sites` and what was found out about them.
  public var layer: OutputLayer {
    var layer = OutputLayer(
      name: "sites", description: "Places where a radar could stand, found in terrain", geometry: .points,
      fields: [
        .init("id", .text), .init("name", .text), .init("elevation_m", .real), .init("kind", .text),
        .init("isolation_km", .real), .init("prominence_m", .real), .init("slope_deg", .real),
      ] + keys.map { .init($0, .real) })
    for (id, site) in zip(sites.ids, sites) {
      layer.append(
        [
          .text(id), .text(site.name), .real(site.elevation.metres.rounded(toPlaces: 1)),
          .text(site.kind.rawValue), FieldValue(site.isolation?.kilometres.rounded(toPlaces: 3)),
          .real(site.prominence.metres.rounded(toPlaces: 1)), .real(site.slope.degrees.rounded(toPlaces: 2)),
        ] + site.nearby.map { .real($0.kilometres.rounded(toPlaces: 3)) }, .point(site.position))
    }
    return layer
  }

  /// Writes the layer: GeoJSON, GeoPackage or CSV by the ending of the path.
  /// - Throws: ``GeoFileError`` when the ending is another, or the file cannot be written.
  public func write(to path: String) throws(GeoFileError) {
    switch path.split(separator: ".").last?.lowercased() {
    case "geojson", "json": try VectorFile.write([layer], to: path, format: .geoJSON)
    case "gpkg": try VectorFile.write([layer], to: path, format: .geoPackage)
    case "csv": try OutputFile.write(table.csv, to: path)
    default:
      throw GeoFileError(
        .unwritable, path: path, problem: "is not a layer by its ending", remedy: "end it in .geojson, .gpkg or .csv")
    }
  }

  /// `distance_roads_km`; of two layers of one name the second is `distance_roads_2_km`.
  private var keys: [String] {
    layers.enumerated().map { index, name in
      let number = layers[..<index].count { $0 == name } + 1
      return "distance_\(name)\(number > 1 ? "_\(number)" : "")_km"
    }
  }
}
