internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Units

extension GeoLayers {
  /// One row per radar and altitude band; no geometry where the radar sees nothing.
  var rings: OutputLayer {
    var layer = OutputLayer(
      name: "rings",
      description: coverage.isOverTerrain
        ? "How far one radar sees the coverage target over terrain, by height above ground: the outline through the "
          + "farthest place seen in each degree of azimuth. Places within it may be hidden: area_km2 is what is seen, "
          + "drawn_km2 what the outline holds"
        : "Where one radar sees the coverage target over a smooth Earth, by height above ground",
      geometry: .polygons,
      fields: [
        .init("radar_id", .text), .init("radar_name", .text), .init("band_agl_m", .real),
        .init("inner_radius_km", .real), .init("outer_radius_km", .real), .init("median_radius_km", .real),
        .init("limit", .text), .init("area_km2", .real), .init("drawn_km2", .real),
      ])
    eachRing { band, sight, station, area, polygons in
      layer.append(
        [.text(station.id), .text(station.name), .real(band.height.metres)] + radii(sight) + areas(area, polygons),
        polygons.isEmpty ? nil : .polygons(polygons))
    }
    return layer
  }

  /// One row per altitude band and number of radars.
  var network: OutputLayer {
    var layer = OutputLayer(
      name: "network",
      description: "Where at least one, two, three radars see the coverage target, by height above ground",
      geometry: .polygons,
      fields: [
        .init("band_agl_m", .real), .init("radars_at_least", .integer), .init("area_km2", .real),
        .init("drawn_km2", .real),
      ])
    eachNetworkArea { band, count, area, polygons in
      layer.append(
        [.real(band.height.metres), .integer(count)] + areas(area, polygons),
        polygons.isEmpty ? nil : .polygons(polygons))
    }
    return layer
  }

  /// Rings and network in one layer, for GeoJSON; what is seen nowhere is left out.
  var coverageCollection: OutputLayer {
    var layer = OutputLayer(
      name: "coverage", geometry: .polygons,
      fields: [
        .init("kind", .text), .init("band_agl_m", .real), .init("radar_id", .text), .init("radar_name", .text),
        .init("radars_at_least", .integer), .init("inner_radius_km", .real), .init("outer_radius_km", .real),
        .init("median_radius_km", .real), .init("limit", .text), .init("area_km2", .real), .init("drawn_km2", .real),
      ])
    eachRing { band, sight, station, area, polygons in
      guard !polygons.isEmpty else { return }
      layer.append(
        ["ring", .real(band.height.metres), .text(station.id), .text(station.name), .null] + radii(sight)
          + areas(area, polygons), .polygons(polygons))
    }
    eachNetworkArea { band, count, area, polygons in
      guard !polygons.isEmpty else { return }
      layer.append(
        ["network", .real(band.height.metres), .null, .null, .integer(count), .null, .null, .null, .null]
          + areas(area, polygons), .polygons(polygons))
    }
    return layer
  }

  private func radii(_ sight: RadarSight) -> [FieldValue] {
    [sight.inner, sight.outer, sight.median].map { FieldValue($0.map { $0.kilometres.rounded(toPlaces: 3) }) }
      + [.text(sight.limit)]
  }

  /// The exact area, and that of the polygons as they are drawn.
  private func areas(_ area: Area, _ polygons: PolygonOverlay.Polygons) -> [FieldValue] {
    [area, PolygonOverlay.area(of: polygons)].map { .real($0.squareKilometres.rounded(toPlaces: 1)) }
  }

  /// How far every radar sees, with its exact area and polygons, band by band, in the order of the network.
  func eachRing(
    _ body: (CoverageSummary.Band, RadarSight, RadarStation, Area, PolygonOverlay.Polygons) -> Void
  ) {
    for (band, shape) in zip(coverage.bands, shapes) {
      for index in band.rings.indices where index < stations.count {
        let sight = RadarSight(band, index, stations[index])
        body(band, sight, stations[index], band.ringAreas[index], shape.rings[index])
      }
    }
  }

  /// What at least one, two, three radars see, with exact areas, band by band.
  func eachNetworkArea(_ body: (CoverageSummary.Band, Int, Area, PolygonOverlay.Polygons) -> Void) {
    for (band, shape) in zip(coverage.bands, shapes) {
      for (index, area) in band.areaSeenByAtLeast.enumerated() { body(band, index + 1, area, shape.network[index]) }
    }
  }
}

extension Double {
  /// Rounded for a table.
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
