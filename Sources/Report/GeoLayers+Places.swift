internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension GeoLayers {
  /// Whether a station stands today; otherwise the plan buys it.
  func isExisting(_ station: RadarStation) -> Bool {
    scenario.existingStations.contains(station)
  }

  var radars: OutputLayer {
    var layer = OutputLayer(
      name: "radars", description: "The radars of the plan", geometry: .points,
      fields: [
        .init("id", .text), .init("name", .text), .init("type_id", .text), .init("type_name", .text),
        .init("kind", .text), .init("status", .text), .init("elevation_m", .real), .init("antenna_height_m", .real),
        .init("instrumented_range_km", .real), .init("detection_range_km", .real), .init("reference_rcs_m2", .real),
      ])
    for station in stations {
      layer.append(
        [
          .text(station.id), .text(station.name), .text(station.type.id), .text(station.type.name),
          .text(station.type.kind.rawValue), .text(isExisting(station) ? "existing" : "bought"),
          FieldValue(station.siteElevation(over: terrain)?.metres), .real(station.antennaHeight.metres),
          .real(station.type.instrumentedRange.kilometres), FieldValue(station.type.detectionRange?.kilometres),
          FieldValue(station.type.referenceCrossSection?.squareMetres),
        ], .point(station.position))
    }
    return layer
  }

  var bases: OutputLayer {
    var layer = OutputLayer(
      name: "bases", description: "Places that respond, and what stands ready there", geometry: .points,
      fields: [.init("id", .text), .init("name", .text), .init("elevation_m", .real), .init("assets", .text)])
    for base in scenario.bases {
      layer.append(
        [.text(base.id), .text(base.name), FieldValue(base.elevation?.metres), .text(assetText(at: base))],
        .point(base.position))
    }
    return layer
  }

  /// "2 × Mi-17 (15 min by day, 30 min by night), …".
  func assetText(at base: Base) -> String {
    scenario.assets.filter { $0.base.id == base.id }.map { asset in
      let day = asset.readinessByDay.map { "\($0.text) by day" } ?? "not by day"
      let night = asset.readinessByNight.map { "\($0.text) by night" } ?? "not by night"
      return "\(asset.count) × \(asset.aircraft.name) (\(day), \(night))"
    }.joined(separator: ", ")
  }

  var strips: OutputLayer {
    var layer = OutputLayer(
      name: "strips", description: "Landing strips, and who is there first after an order", geometry: .points,
      fields: [
        .init("id", .text), .init("name", .text), .init("elevation_m", .real), .init("length_m", .real),
        .init("approximate", .flag), .init("day_asset_id", .text), .init("day_min", .real),
        .init("night_asset_id", .text), .init("night_min", .real),
      ])
    for strip in scenario.strips {
      let (day, night) = (fastest(to: strip, by: .day), fastest(to: strip, by: .night))
      layer.append(
        [
          .text(strip.id), .text(strip.name), FieldValue(strip.elevation?.metres), FieldValue(strip.length?.metres),
          FieldValue(strip.isApproximate), FieldValue(day?.asset.id),
          FieldValue(day?.total?.inMinutes.rounded(toPlaces: 1)), FieldValue(night?.asset.id),
          FieldValue(night?.total?.inMinutes.rounded(toPlaces: 1)),
        ], .point(strip.position))
    }
    return layer
  }

  /// The asset that is first at a strip after an order; nil when none reaches it. Of equals, the first.
  func fastest(to strip: Strip, by period: Period) -> ResponseTime? {
    responses.filter { $0.strip.id == strip.id && $0.period == period && $0.isReachable && $0.total != nil }
      .min { ($0.total ?? .zero) < ($1.total ?? .zero) }
  }

  /// Sites without a radar, in the plan too.
  var freeSites: [Scenario.Site] {
    let taken = Set(stations.map(\.id))
    return scenario.sites.filter { $0.radar == nil && !taken.contains($0.id) }
  }

  var candidateSites: OutputLayer {
    var layer = OutputLayer(
      name: "candidate_sites", description: "Sites where a radar could stand", geometry: .points,
      fields: [.init("id", .text), .init("name", .text), .init("elevation_m", .real)])
    for site in freeSites {
      layer.append([.text(site.id), .text(site.name), FieldValue(site.elevation?.metres)], .point(site.position))
    }
    return layer
  }

  var border: OutputLayer {
    var layer = OutputLayer(
      name: "border", description: "The border", geometry: .lines, fields: [.init("part", .integer)])
    for (index, line) in scenario.border.enumerated() { layer.append([.integer(index + 1)], .lines([line])) }
    return layer
  }
}
