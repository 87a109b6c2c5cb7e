internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

extension Field where Row: SeenArea {
  /// - Parameter after: The attribute behind which layers have it.
  fileprivate static func height(after: String? = nil) -> Field {
    .signedLength(
      "height_agl", \.height, heading: "height", csv: .metres(3), unit: "m AGL",
      gis: Face.metres().named("band_agl").after(after))
  }

  fileprivate static var seenArea: Field {
    .area("area", \.area, heading: "area", csv: .squareKilometres(2), json: true, gis: .squareKilometres(1))
  }

  /// The area that the polygons hold as they are drawn.
  fileprivate static var drawn: Field {
    .area("drawn", { PolygonOverlay.area(of: $0.outlines) }, gis: .squareKilometres(1))
  }
}

extension Records {
  /// A radar's ring in plan.json and in the layer `rings`.
  static var ring: Record<RadarRow> {
    Record(radarFields(isOverTerrain: false) + [.height(after: "radar_name"), .seenArea, .drawn])
  }

  fileprivate static func radarFields(isOverTerrain: Bool) -> [Field<RadarRow>] {
    [
      .text("station", \.station.id, heading: "radar", csv: true, json: true, gis: .named("radar_id")),
      .text("station_name", \.station.name, csv: true, gis: .named("radar_name")),
      .text("radar_type", \.station.type.id, heading: "type", csv: true),
      .text("kind", \.station.type.kind.rawValue, csv: true),
      .length("antenna_height", \.station.antennaHeight, heading: "antenna", csv: .metres(0), unit: "m AGL"),
      .signedLength("antenna_amsl", \.antennaAltitude, csv: .metres(0)),
      .length(
        "inner_radius", \.sight.inner, heading: isOverTerrain ? nil : "from", csv: .kilometres(3), console: 1,
        json: true, gis: .kilometres(3),
        meaning: "Where its coverage begins; missing over terrain, where it has many edges."),
      .length(
        "outer_radius", \.sight.outer, heading: "to", csv: .kilometres(3), console: 1, json: true, gis: .kilometres(3),
        meaning: "The farthest place that it sees; zero when it sees nothing."),
      .length(
        "median_radius", \.sight.median, heading: isOverTerrain ? "median" : nil, csv: .kilometres(3), console: 1,
        json: true, gis: .kilometres(3),
        meaning: "The distance that half of the azimuths do not exceed; missing over a smooth Earth."),
      .word(RadarSight.limits)(
        "limit", \.sight.limit, heading: "limited by", csv: true, json: true, gis: true,
        meaning: "What ends its coverage: a limit of its own, or the terrain."),
    ]
  }

  /// An area of plan.json and of the layer `network`.
  static var seen: Record<SeenRow> { [.height(), radars(), .seenArea, .drawn] }

  /// - Parameter after: The attribute behind which layers have it.
  fileprivate static func radars(after: String? = nil) -> Field<SeenRow> {
    .count(
      "seen_by_at_least", \.radars, heading: "radars", csv: true, unit: "at least", json: .named("radars"),
      gis: Face.named("radars_at_least").after(after))
  }

  /// A row of coverage.csv and of coverage.geojson.
  static func coverageRow(isOverTerrain: Bool) -> Record<CoverageRow> {
    [
      .text(
        "scope", { $0.seen?.scope ?? $0.certainty?.kind.word ?? $0.probability?.scope ?? "radar" }, heading: "seen by",
        csv: true),
      .text("kind", { $0.radar == nil ? "network" : "ring" }, gis: true), .height(),
      .signedLength(
        "altitude_amsl", { $0.seen?.altitude ?? $0.certainty?.altitude ?? $0.probability?.altitude },
        heading: "altitude", csv: .metres(0),
        unit: "m AMSL"),
      .insideIfAny(radarFields(isOverTerrain: isOverTerrain), \.radar),
      .insideIfAny([radars(after: "radar_name")], \.seen), .seenArea,
      .area("unknown", \.seen?.unknown, csv: .squareKilometres(0)),
      .number(
        "region_share", { $0.seen?.share ?? $0.certainty?.share ?? $0.probability?.share }, heading: "of region",
        csv: .percent(2), console: 1),
      .text("area_model", { _ in isOverTerrain ? "terrain" : "smooth_earth" }, csv: true),
      .drawn,
    ]
  }
}
