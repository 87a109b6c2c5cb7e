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
  var search: SiteSearch?
  var terrain = ""

  /// A report.
  /// - Parameter layers: As many as each site has distances.
  init(sites: [ProposedSite], layers: [String]) {
    self.sites = sites
    self.layers = layers
  }

  private var record: Record<ProposedSiteRow> { Records.proposedSite(layers: layers) }
  private var rows: [ProposedSiteRow] { zip(sites.ids, sites).map { ProposedSiteRow(id: $0, site: $1) } }

  /// The rows for people, CSV and JSON.
  public var table: ReportTable { record.table(rows) }

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
    record.layer(
      "sites", "Places where a radar could stand, found in terrain", .points,
      rows.map { ($0, .point($0.site.position)) })
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
}
