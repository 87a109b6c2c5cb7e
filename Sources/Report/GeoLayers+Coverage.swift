internal import Coverage
internal import GeoFiles
internal import Radar

extension GeoLayers {
  /// One row per radar and altitude band; no geometry where the radar sees nothing.
  var rings: OutputLayer {
    Records.ring.layer(
      "rings",
      coverage.isOverTerrain
        ? "How far one radar sees the coverage target over terrain, by height above ground: the outline through the "
          + "farthest place seen in each degree of azimuth. Places within it may be hidden: area_km2 is what is seen, "
          + "drawn_km2 what the outline holds"
        : "Where one radar sees the coverage target over a smooth Earth, by height above ground",
      .polygons, radarRows.map { ($0, $0.geometry) })
  }

  /// One row per altitude band and number of radars.
  var network: OutputLayer {
    Records.seen.layer(
      "network", "Where at least one, two, three radars see the coverage target, by height above ground", .polygons,
      seenRows.map { ($0, $0.geometry) })
  }

  /// Rings and network in one layer, for GeoJSON, without rows that have no geometry.
  var coverageCollection: OutputLayer {
    let rows = radarRows.map(CoverageRow.radar) + seenRows.map(CoverageRow.seen)
    return Records.coverageRow(isOverTerrain: coverage.isOverTerrain).layer(
      "coverage", "", .polygons, rows.filter { !$0.outlines.isEmpty }.map { ($0, $0.geometry) })
  }

  /// How far every radar sees, band by band, in the order of the network.
  private var radarRows: [RadarRow] {
    zip(coverage.bands, shapes).flatMap { RadarRow.all(of: $0, stations, terrain, $1) }
  }

  /// What at least one, two, three radars see, band by band.
  private var seenRows: [SeenRow] {
    zip(coverage.bands, shapes).flatMap { band, shape in
      zip(SeenRow.all(band.areaSeenByAtLeast), shape.network).map { row, outlines in
        var row = row
        (row.height, row.outlines) = (band.height, outlines)
        return row
      }
    }
  }
}

extension SeenArea {
  fileprivate var geometry: Geometry? { outlines.isEmpty ? nil : .polygons(outlines) }
}

extension Double {
  /// Rounded for a table.
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
