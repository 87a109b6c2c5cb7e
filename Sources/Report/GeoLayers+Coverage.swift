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
      description: "Where one radar sees the coverage target over a smooth Earth, by height above ground",
      geometry: .polygons,
      fields: [
        .init("radar_id", .text), .init("radar_name", .text), .init("band_agl_m", .real),
        .init("inner_radius_km", .real), .init("outer_radius_km", .real), .init("limit", .text),
        .init("area_km2", .real),
      ])
    eachRing { band, ring, station, area, polygons in
      layer.append(
        [
          .text(ring.stationID), .text(station.name), .real(band.height.metres),
          .real(ring.innerRadius.kilometres.rounded(toPlaces: 3)),
          .real(ring.outerRadius.kilometres.rounded(toPlaces: 3)), .text(ring.limit.rawValue),
          .real(area.squareKilometres.rounded(toPlaces: 1)),
        ], polygons.isEmpty ? nil : .polygons(polygons))
    }
    return layer
  }

  /// One row per altitude band and number of radars.
  var network: OutputLayer {
    var layer = OutputLayer(
      name: "network",
      description: "Where at least one, two, three radars see the coverage target, by height above ground",
      geometry: .polygons,
      fields: [.init("band_agl_m", .real), .init("radars_at_least", .integer), .init("area_km2", .real)])
    eachNetworkArea { band, count, area, polygons in
      layer.append(
        [.real(band.height.metres), .integer(count), .real(area.squareKilometres.rounded(toPlaces: 1))],
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
        .init("limit", .text), .init("area_km2", .real),
      ])
    eachRing { band, ring, station, area, polygons in
      guard !polygons.isEmpty else { return }
      layer.append(
        [
          "ring", .real(band.height.metres), .text(ring.stationID), .text(station.name), .null,
          .real(ring.innerRadius.kilometres.rounded(toPlaces: 3)),
          .real(ring.outerRadius.kilometres.rounded(toPlaces: 3)), .text(ring.limit.rawValue),
          .real(area.squareKilometres.rounded(toPlaces: 1)),
        ], .polygons(polygons))
    }
    eachNetworkArea { band, count, area, polygons in
      guard !polygons.isEmpty else { return }
      layer.append(
        [
          "network", .real(band.height.metres), .null, .null, .integer(count), .null, .null, .null,
          .real(area.squareKilometres.rounded(toPlaces: 1)),
        ], .polygons(polygons))
    }
    return layer
  }

  /// Every ring with its station, exact area and polygons, band by band, in the order of the network.
  func eachRing(
    _ body: (CoverageSummary.Band, CoverageRing, RadarStation, Area, PolygonOverlay.Polygons) -> Void
  ) {
    for (band, shape) in zip(coverage.bands, shapes) {
      for (index, ring) in band.rings.enumerated() where index < stations.count {
        body(band, ring, stations[index], band.ringAreas[index], shape.rings[index])
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
