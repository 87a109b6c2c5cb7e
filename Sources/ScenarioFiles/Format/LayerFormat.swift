import Units

/// What the format says of one layer, or of one group of settings.
struct LayerFormat: Sendable {
  /// Its key under `layers:`.
  var key: String
  /// What a row is, for messages: `a site`.
  var rowName: String
  /// What the layer is for.
  var summary: String
  /// What the rows may hold.
  var fields: [FieldFormat]

  /// Whether a key of an inline row, in our spelling, belongs to the layer.
  func knows(_ key: String) -> Bool { fields.contains { $0.matches(key) } }

  /// The names of all fields.
  var names: [String] { fields.flatMap(\.names) }

  /// All layers in the order in which they are read and documented: a layer refers to those before it.
  static let all: [LayerFormat] = [
    RadarTypeFields.layer, SiteFields.layer, SiteOverrideFields.layer, PurchaseFields.layer, AircraftFigureFields.layer,
    AircraftFields.layer,
    BaseFields.layer, StopFields.refuelling, StopFields.handOver,
    AssetFields.layer, MeasureFields.layer, StripFields.layer, DemandPointFields.layer, RouteFields.layer,
    FlightFields.layer, border, region,
    closedAreas, RoutingFields.areas,
    CoverFields.layer, IlluminatorFields.layer, WeatherFields.windLayer, WeatherFields.airLayer,
    WeatherHourFields.layer,
  ]

  /// The border has a geometry and nothing else.
  static let border = LayerFormat(
    key: "border", rowName: "a border",
    summary:
      "Lines or polygons of the border, for maps, for `atalaya leak`, and for meetings in flight, which end there: beyond "
      + "the first crossing of a line, and outside a polygon that holds the strip. A geometry and no fields.",
    fields: [])

  /// Areas closed to pursuit have a geometry and nothing else.
  static let closedAreas = LayerFormat(
    key: "no_pursuit", rowName: "an area closed to pursuit",
    summary:
      "Polygons in which flights are not pursued: a meeting in flight ends at their edge, as at the border. A geometry and no "
      + "fields.",
    fields: [])

  /// The region of interest has a geometry and nothing else.
  static let region = LayerFormat(
    key: "region", rowName: "a region",
    summary: "Polygons of the region of interest, for which coverage is reported as well. A geometry and no fields.",
    fields: []
  )
}

extension Field where Value == Length {
  /// The elevation of a place. From below the Dead Sea to above the Himalaya.
  static let groundElevation = length(
    "elevation", .optional("unknown"), .metres(-500)...(.metres(9000)), datums: seaLevel,
    "Elevation of the ground above mean sea level (AMSL).")
}

extension Field where Value == Duration? {
  /// A duration, or `none` for an asset that does not fly then.
  static func readiness(_ name: String, _ meaning: String) -> Field {
    let duration = Field<Duration>.duration(
      name, .optional("none; at least one of day and night must be a duration"), meaning)
    @Sendable func orNone(_ read: @escaping Field<Duration>.Read) -> Field.Read {
      { text throws(FieldIssue) in
        if ["none", "no", "-", "–"].contains(text.trimmed.lowercased()) { return nil }
        let value = try read(text)
        if let issue = duration.check(value) { throw issue }
        return value
      }
    }
    var format = duration.format
    format.type = "duration or `none`"
    return Field(
      format: format, read: orNone(duration.read),
      readInColumnUnit: { suffix in duration.readInColumnUnit(suffix).map(orNone) })
  }
}
