internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

extension Records {
  /// A radar in plan.json and in the layer `radars`.
  static var station: Record<StationRow> {
    [
      .text("id", \.station.id, json: true, gis: true), .text("name", \.station.name, json: true, gis: true),
      .flag("is_existing", \.isExisting, meaning: "Whether it stands today; otherwise the plan buys it."),
      .place(\.station.position, json: 7), .signedLength("site_elevation_amsl", \.station.groundElevation),
      .length("antenna_height_agl", \.station.antennaHeight),
      .length("antenna_height_over_smooth_ground", { $0.network.antennaHeight(of: $0.station) }),
      .signedLength("antenna_surveyed_amsl", \.station.antennaAltitude),
      .signedLength("antenna_over_terrain_amsl", { $0.terrain?.antennaAltitude(of: $0.station) }),
      .text("type", \.station.type.id, json: true, gis: .named("type_id")),
      .text("type_name", \.station.type.name, json: true, gis: true),
      .word(RadarType.Kind.words)("kind", \.station.type.kind.rawValue, json: true, gis: true),
      .text("status", { $0.isExisting ? "existing" : "bought" }, gis: true),
      .length("elevation", { $0.station.siteElevation(over: $0.terrain) }, gis: .metres()),
      .length("antenna_height", \.station.antennaHeight, gis: .metres()),
      .length("instrumented_range", \.station.type.instrumentedRange, json: true, gis: .kilometres()),
      .length("minimum_range", \.station.type.minimumRange),
      .length("detection_range", \.station.type.detectionRange, json: true, gis: .kilometres()),
      .area("reference_rcs", \.station.type.referenceCrossSection, json: .squareMetres(9), gis: .squareMetres()),
      .angle("minimum_elevation", \.station.type.minimumElevation),
      .angle("maximum_elevation", \.station.type.maximumElevation), .angle("tilt", \.station.tilt),
      .duration("revisit", \.station.type.revisit),
      .json("blind_sectors_deg", schema: .list(of: .list(of: .anyNumber)), meaning: "Azimuths from and to.") { row in
        .array(
          row.station.blindSectors.map { sector in
            .array([.number(sector.begin.degrees, decimals: 6), .number(sector.end.degrees, decimals: 6)])
          })
      }, .number("range_scale", \.station.rangeScale, meaning: "What the ranges of the type are multiplied with."),
      .json(
        "horizon_mask_deg", schema: .list(of: .list(of: .anyNumber)),
        meaning: "Azimuths from and to, and the elevation angle below which nothing is seen."
      ) { row in
        .array(
          row.station.horizonMask.parts.map { part in
            .array(
              [part.sector.begin, part.sector.end, part.lowest].map { .number($0.degrees, decimals: 6) })
          })
      },
      Field.text(
        "system", \.station.systemLead,
        meaning:
          "Of a multilateration station: the first station of its system, at which what the system sees is listed."
      ).inDocumentsIfAny,
      Field.count("system_stations", \.station.systemCount, meaning: "Stations of the system for which it stands.")
        .inDocumentsIfAny,
      Field.optionalList(
        "position_errors", placeError,
        meaning: "Of the system for which it stands: horizontal standard errors (DRMS) over what it sees."
      ) { $0.placeErrors.isEmpty ? nil : $0.placeErrors }.inDocumentsIfAny,
      Field.texts("illuminators", \.station.illuminatorIDs, meaning: "Whose echoes a passive sensor receives.")
        .inDocumentsIfAny,
    ]
  }
}

extension Records {
  private static var placeError: Record<PlaceErrors> {
    [
      .signedLength("height_agl", \.height.aboveGround), .length("median", \.median),
      .length("within_95_percent", \.ninetyFifth, meaning: "What 95 % of the ground seen does not exceed."),
    ]
  }
}

extension Altitude {
  /// The height above ground; nil for an altitude above the sea.
  fileprivate var aboveGround: Length? {
    if case .aboveGround(let height) = self { height } else { nil }
  }
}

extension RadarStation {
  /// The elevation on which a station stands: over terrain that of the terrain, with which the floors are computed, unless
  /// the site's is surveyed.
  /// - Parameter terrain: What was computed over terrain; nil without.
  func siteElevation(over terrain: PlanTerrain?) -> Length? {
    terrain?.antennaAltitude(of: self).map { $0 - antennaHeight } ?? groundElevation
  }
}
