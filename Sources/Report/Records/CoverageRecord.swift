internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// An area that is seen at a height above ground, or at an altitude.
protocol SeenArea {
  var height: Length? { get }
  var area: Area { get }
  /// Its outlines on maps; empty where nothing is seen, or where no map is drawn.
  var outlines: PolygonOverlay.Polygons { get }
}

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

/// What one radar sees at a height.
struct RadarRow: SeenArea {
  var height: Length?
  var station: RadarStation
  var sight: RadarSight
  var area: Area
  var terrain: PlanTerrain?
  var outlines: PolygonOverlay.Polygons = []

  /// What each radar sees at a height, in the order of the network.
  static func all(
    of band: CoverageSummary.Band, _ stations: [RadarStation], _ terrain: PlanTerrain?, _ shapes: CoverageShapes? = nil
  ) -> [RadarRow] {
    zip(band.rings.indices, stations).map { index, station in
      RadarRow(
        height: band.height, station: station, sight: RadarSight(band, index, station), area: band.ringAreas[index],
        terrain: terrain, outlines: shapes?.rings[index] ?? [])
    }
  }

  /// Altitude of the antenna above mean sea level: over the terrain where there is some, else over the stated elevation of
  /// its site; nil where neither is known.
  fileprivate var antennaAltitude: Length? {
    terrain.map { $0.antennaAltitude(of: station) } ?? station.antennaAltitude
      ?? station.groundElevation.map { $0 + station.antennaHeight }
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
      .text("scope", { $0.seen?.scope ?? $0.certainty?.kind.word ?? "radar" }, heading: "seen by", csv: true),
      .text("kind", { $0.radar == nil ? "network" : "ring" }, gis: true), .height(),
      .signedLength(
        "altitude_amsl", { $0.seen?.altitude ?? $0.certainty?.altitude }, heading: "altitude", csv: .metres(0),
        unit: "m AMSL"),
      .insideIfAny(radarFields(isOverTerrain: isOverTerrain), \.radar),
      .insideIfAny([radars(after: "radar_name")], \.seen), .seenArea,
      .area("unknown", \.seen?.unknown, csv: .squareKilometres(0)),
      .number(
        "region_share", { $0.seen?.share ?? $0.certainty?.share }, heading: "of region", csv: .percent(2), console: 1),
      .text("area_model", { _ in isOverTerrain ? "terrain" : "smooth_earth" }, csv: true),
      .drawn,
    ]
  }
}

/// What at least so many radars see at a height or at an altitude, of everything or of the region of interest.
struct SeenRow: SeenArea {
  var height: Length?
  var altitude: Length?
  var scope = "network"
  var radars: Int
  var area: Area
  /// Of the first row of several: where nothing is known.
  var unknown: Area?
  /// The region of interest, of which this is a part; zero for none.
  var whole = Area.zero
  var outlines: PolygonOverlay.Polygons = []

  /// The areas seen by at least 1, 2, 3 radars.
  static func all(_ areas: [Area], unknown: Area? = nil, of row: SeenRow = SeenRow(radars: 0, area: .zero)) -> [SeenRow]
  {
    areas.enumerated().map { index, area in
      var row = row
      (row.radars, row.area, row.unknown) = (index + 1, area, index == 0 ? unknown : nil)
      return row
    }
  }

  fileprivate var share: Double? { whole > .zero ? min(area.squareKilometres / whole.squareKilometres, 1) : nil }
}

/// A row of coverage.csv: what a radar sees, or an area.
enum CoverageRow: SeenArea {
  case radar(RadarRow)
  case seen(SeenRow)
  case certainty(CertaintyAreaRow)

  fileprivate var radar: RadarRow? { if case .radar(let row) = self { row } else { nil } }
  fileprivate var seen: SeenRow? { if case .seen(let row) = self { row } else { nil } }
  fileprivate var certainty: CertaintyAreaRow? { if case .certainty(let row) = self { row } else { nil } }
  var height: Length? { radar?.height ?? seen?.height ?? certainty?.height }
  var area: Area { radar?.area ?? seen?.area ?? certainty?.area ?? .zero }
  var outlines: PolygonOverlay.Polygons { radar?.outlines ?? seen?.outlines ?? [] }
}
