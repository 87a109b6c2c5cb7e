internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

extension PlanDocument {
  static func network(_ plan: Plan) -> JSON {
    .object([
      "purchase": .optional(plan.purchase?.id),
      "stations": .array(plan.network.stations.map { station($0, plan) }),
    ])
  }

  private static func station(_ station: RadarStation, _ plan: Plan) -> JSON {
    let type = station.type
    return .object([
      "id": .string(station.id), "name": .string(station.name),
      "is_existing": .bool(plan.scenario.existingStations.contains(station)),
      "latitude": .degrees(station.position.latitudeDegrees),
      "longitude": .degrees(station.position.longitudeDegrees),
      "site_elevation_amsl_m": .metres(station.groundElevation),
      "antenna_height_agl_m": .metres(station.antennaHeight),
      "antenna_height_over_smooth_ground_m": .metres(plan.network.antennaHeight(of: station)),
      "antenna_over_terrain_amsl_m": .metres(plan.terrain?.antennaAltitude(of: station)),
      "type": .string(type.id), "type_name": .string(type.name), "kind": .string(type.kind.rawValue),
      "instrumented_range_m": .metres(type.instrumentedRange), "minimum_range_m": .metres(type.minimumRange),
      "detection_range_m": .metres(type.detectionRange),
      "reference_rcs_m2": .optional(type.referenceCrossSection?.squareMetres, decimals: 9),
      "minimum_elevation_deg": .optional(type.minimumElevation?.degrees, decimals: 6),
      "maximum_elevation_deg": .optional(type.maximumElevation?.degrees, decimals: 6),
      "tilt_deg": .number(station.tilt.degrees, decimals: 6),
      "revisit_s": .seconds(station.type.revisit),
      "blind_sectors_deg": .array(
        station.blindSectors.map { sector in
          .array([.number(sector.begin.degrees, decimals: 6), .number(sector.end.degrees, decimals: 6)])
        }),
    ])
  }

  static func coverage(_ summary: CoverageSummary, of stations: [RadarStation], _ terrain: PlanTerrain?) -> JSON {
    .object([
      "model": .string(terrain == nil ? "smooth_earth" : "terrain"),
      "post_spacing_m": .metres(terrain?.postSpacing),
      "reduction": terrain.map { .integer($0.coverage.region.reduction) } ?? .null,
      "rcs_m2": .number(summary.target.crossSection.squareMetres, decimals: 9),
      "has_transponder": .bool(summary.target.hasTransponder),
      "region_area_km2": .optional(summary.interestArea?.squareKilometres, decimals: 3),
      "bands": .array(summary.bands.map { band($0, stations) }),
      "altitudes": .array(summary.levels.map(level)),
    ])
  }

  private static func areas(_ areas: [Area]) -> JSON {
    .array(
      areas.enumerated().map { index, area in
        .object(["radars": .integer(index + 1), "area_km2": .number(area.squareKilometres, decimals: 3)])
      })
  }

  private static func interest(_ interest: CoverageSummary.Band.Interest?) -> JSON {
    guard let interest else { return .null }
    return .object([
      "area_seen_by_at_least": areas(interest.areaSeenByAtLeast),
      "unknown_area_km2": .optional(interest.unknownArea?.squareKilometres, decimals: 3),
    ])
  }

  private static func level(_ level: CoverageSummary.Level) -> JSON {
    .object([
      "altitude_amsl_m": .metres(level.altitude), "area_seen_by_at_least": areas(level.areaSeenByAtLeast),
      "unknown_area_km2": .optional(level.unknownArea?.squareKilometres, decimals: 3),
      "region": interest(level.interest),
    ])
  }

  private static func band(_ band: CoverageSummary.Band, _ stations: [RadarStation]) -> JSON {
    let rings = stations.indices.map { index in
      let (sight, area) = (RadarSight(band, index, stations[index]), band.ringAreas[index])
      return JSON.object([
        "station": .string(stations[index].id), "inner_radius_m": .metres(sight.inner),
        "outer_radius_m": .metres(sight.outer), "median_radius_m": .metres(sight.median), "limit": .string(sight.limit),
        "area_km2": .number(area.squareKilometres, decimals: 3),
      ])
    }
    return .object([
      "height_agl_m": .metres(band.height), "area_seen_by_at_least": areas(band.areaSeenByAtLeast),
      "unknown_area_km2": .optional(band.unknownArea?.squareKilometres, decimals: 3),
      "region": interest(band.interest),
      "rings": .array(rings),
    ])
  }
}
