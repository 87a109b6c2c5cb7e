import Radar
import Response
import Scenario
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
    RadarTypeFields.layer, SiteFields.layer, PurchaseFields.layer, AircraftFields.layer, BaseFields.layer,
    AssetFields.layer, MeasureFields.layer, StripFields.layer, RouteFields.layer, FlightFields.layer, border, region,
  ]

  /// The border has a geometry and nothing else.
  static let border = LayerFormat(
    key: "border", rowName: "a border",
    summary:
      "Lines or polygons of the border, for maps, for `atalaya leak`, and for meetings in flight, which end there: beyond "
      + "the first crossing of a line, and outside a polygon that holds the strip. A geometry and no fields.",
    fields: [])

  /// The region of interest has a geometry and nothing else.
  static let region = LayerFormat(
    key: "region", rowName: "a region",
    summary: "Polygons of the region of interest, for which coverage is reported as well. A geometry and no fields.",
    fields: []
  )
}

enum RadarTypeFields {
  static let id = Field<String>.id("The key by which sites and purchases name the type.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let kind = Field<RadarType.Kind>.choice(
    "kind", .required, SensorRule.sentence)
  static let instrumentedRange = Field<Length>.length(
    "instrumented_range", .required, .metres(1)...(.kilometres(20_000)),
    "Slant range beyond which nothing is shown, whatever the echo.")
  static let detectionRange = Field<Length>.length(
    "detection_range", .optional("required of \(SensorRule.kindsWithReference)"), .metres(1)...(.kilometres(20_000)),
    "Slant range at which a target of `reference_rcs` is detected.")
  static let referenceCrossSection = Field<Area>.crossSection(
    "reference_rcs", .optional("required of \(SensorRule.kindsWithReference)"),
    "Radar cross-section for which `detection_range` holds.")
  static let minimumRange = Field<Length>.length(
    "minimum_range", .optional("0 m"), .zero...(.kilometres(20_000)),
    "Slant range within which nothing is seen; below `instrumented_range`.")
  static let antennaHeight = Field<Length>.length(
    "antenna_height", .required, .zero...(.kilometres(30)), datums: ["agl"],
    "Height of the antenna above the ground it stands on (AGL)."
  )
  static let minimumElevation = Field<Angle>.elevationAngle(
    "minimum_elevation", .optional("none"), "Lowest elevation angle of the beam.")
  static let maximumElevation = Field<Angle>.elevationAngle(
    "maximum_elevation", .optional("none"), "Highest elevation angle of the beam; above it lies the cone of silence.")
  static let revisit = Field<Duration>.duration(
    "revisit", .optional("not stated: any look counts"), from: .milliseconds(1), to: .hours(24),
    "Time between two looks at one target. An aircraft is detected when it is in view of the radar for that long or longer; what is shorter is a glimpse and counts for nothing."
  )
  static let priceLow = Field<Money>.money("price_low", .optional("the price"), "Lowest price seen.")
  static let price = Field<Money>.money(
    "price", .optional("not for sale"), aliases: ["price_base"], "Price to plan with.")
  static let priceHigh = Field<Money>.money("price_high", .optional("the price"), "Highest price seen.")
  static let source = Field<String>.text("source", .optional("none"), "Where the figures come from; not used.")

  static let layer = LayerFormat(
    key: "radar_types", rowName: "a radar type", summary: "The radar catalogue: what stands and what could be bought.",
    fields: [
      id.format, name.format, kind.format, instrumentedRange.format, detectionRange.format,
      referenceCrossSection.format, minimumRange.format, antennaHeight.format, minimumElevation.format,
      maximumElevation.format, revisit.format, priceLow.format, price.format, priceHigh.format, source.format,
    ])
}

enum SiteFields {
  static let id = Field<String>.id("The key by which purchases name the site.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation
  static let elevationSource = Field<Scenario.ElevationSource>.choice(
    "elevation_is", .optional("terrain"),
    "Which elevation counts where there is terrain: the terrain’s, or with `surveyed` the stated one, on which the antenna then stands."
  )
  static let radar = Field<String>.text(
    "radar", .optional("none, a candidate site"), "The radar that stands there today.", type: "id of a radar type")
  static let antennaHeight = Field<Length>.length(
    "antenna_height", .optional("that of the radar type"), .zero...(.kilometres(30)), datums: ["agl"],
    "Height of the antenna above ground, where it differs from the type’s.")
  static let tilt = Field<Angle>.elevationAngle(
    "tilt", .optional("0°"), within: .degrees(-30)...(.degrees(30)),
    "Mechanical tilt of an antenna here, upwards positive; it adds to both limits of the type’s beam.")
  static let blindSectors = Field<[AzimuthSector]>.sectors(
    "blind_sectors", .optional("none"),
    "Azimuths from true north, clockwise, in which a radar here sees nothing.")

  static let layer = LayerFormat(
    key: "sites", rowName: "a site", summary: "Places where a radar stands or could stand.",
    fields: [id.format, name.format] + PositionFields.all + [
      elevation.format, elevationSource.format, radar.format, antennaHeight.format, tilt.format, blindSectors.format,
    ])
}

enum PurchaseFields {
  static let id = Field<String>.id("The key by which the purchase is named.", .optional("required inline"))
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let budget = Field<Money>.money("budget", .optional("not stated"), "The budget it was made for.")
  static let radars = Field<String>.text(
    "radars", .optional("required inline"), "The radars to buy, each with the keys `site` and `type`.",
    type: "list, inline only")
  static let measures = Field<String>.text(
    "measures", .optional("none"), "The measures to take in addition to the radars.", type: "list of ids, inline only")
  static let measure = Field<String>.text("measures", .required, "A measure.", type: "id of a measure")
  static let purchase = Field<String>.text(
    "purchase", .optional("required in a table"),
    "The key of the purchase that this radar belongs to; one row per radar.",
    type: "id, in tables")
  static let site = Field<String>.text(
    "site", .optional("required of each radar"), "Where the radar would stand.", type: "id of a site")
  static let type = Field<String>.text(
    "type", .optional("required of each radar"), "What it would be.", type: "id of a radar type")

  static let layer = LayerFormat(
    key: "purchases", rowName: "a purchase", summary: "Named lists of radars to buy, and of measures to take.",
    fields: [
      id.format, name.format, budget.format, radars.format, measures.format, purchase.format, site.format, type.format,
    ])
  /// One radar of an inline purchase.
  static let item = LayerFormat(
    key: "purchases", rowName: "a radar of a purchase", summary: "", fields: [site.format, type.format])
}

enum AircraftFields {
  static let id = Field<String>.id("The key by which assets and flights name the aircraft.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let kind = Field<Aircraft.Kind>.choice(
    "kind", .required,
    "A helicopter lands on any strip; an aeroplane where `required_runway` allows, and is overhead elsewhere.")
  static let cruise = Field<Speed>.speed("cruise", .required, "True airspeed in cruise.")
  static let departureAllowance = Field<Duration>.duration(
    "departure_allowance", .optional("2 min"), to: .hours(24),
    "What start, taxi and climb cost over a flight at cruise.")
  static let landingAllowance = Field<Duration>.duration(
    "landing_allowance", .optional("2 min"), to: .hours(24), "From cruise overhead to people on the ground.")
  static let endurance = Field<Duration>.duration(
    "endurance", .optional("`range` / `cruise`, else unknown"), from: .seconds(1),
    "Time in the air on full fuel, reserve included.")
  static let range = Field<Length>.length(
    "range", .optional("not stated"), .metres(1)...(.kilometres(40_000)),
    "Still-air range, taken for `endurance` when that is absent.")
  static let reserve = Field<Duration>.duration(
    "reserve", .optional("30 min"), to: .hours(24 * 30), "Fuel time that is never planned away.")
  static let ceiling = Field<Length>.altitude(
    "ceiling", .optional("not stated"), .metres(1)...(.kilometres(40)),
    "Highest elevation or altitude it can use (AMSL).")
  static let requiredRunway = Field<Length>.length(
    "required_runway", .optional("an aeroplane does not land on strips"), .metres(1)...(.kilometres(20)),
    "Shortest runway an aeroplane lands on; no meaning for a helicopter.")
  static let crossSection = Field<Area>.crossSection(
    "rcs", .optional("then flights need their own"), "Radar cross-section of the aircraft as a target.")
  static let transponder = Field<Bool>.flag(
    "transponder", .optional("no"), "Whether it flies with a transponder switched on.")

  static let layer = LayerFormat(
    key: "aircraft", rowName: "an aircraft", summary: "The aircraft catalogue: those that respond and those expected.",
    fields: [
      id.format, name.format, kind.format, cruise.format, departureAllowance.format, landingAllowance.format,
      endurance.format, range.format, reserve.format, ceiling.format, requiredRunway.format, crossSection.format,
      transponder.format,
    ])
}

enum BaseFields {
  static let id = Field<String>.id("The key by which assets name the base.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation

  static let layer = LayerFormat(
    key: "bases", rowName: "a base", summary: "Places that respond: air bases, heliports, posts.",
    fields: [id.format, name.format] + PositionFields.all + [elevation.format])
}

enum AssetFields {
  static let id = Field<String>.id("Key.", .optional("base/aircraft"))
  static let base = Field<String>.text("base", .required, "Where it stands.", type: "id of a base")
  static let aircraft = Field<String>.text("aircraft", .required, "What it flies.", type: "id of an aircraft")
  static let count = Field<Int>.count(
    "count", .optional("1"), 1...10_000,
    "How many of them; each serves one flight at a time, from the order until it is back at its base.")
  static let readinessDay = Field<Duration?>.readiness("readiness_day", "From the order to take-off by day.")
  static let readinessNight = Field<Duration?>.readiness("readiness_night", "From the order to take-off by night.")

  static let layer = LayerFormat(
    key: "assets", rowName: "an asset", summary: "Aircraft of one type that stand ready at one base.",
    fields: [id.format, base.format, aircraft.format, count.format, readinessDay.format, readinessNight.format])
}

enum StripFields {
  static let id = Field<String>.id("The key by which flights name the strip.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation
  static let length = Field<Length>.length(
    "length", .optional("unknown"), .metres(1)...(.kilometres(20)), "Usable length.")
  static let approximate = Field<Bool>.flag(
    "approximate", .optional("no"), "Whether the position is only approximate.")

  static let layer = LayerFormat(
    key: "strips", rowName: "a strip", summary: "Landing strips that flights use, and other places to reach.",
    fields: [id.format, name.format] + PositionFields.all + [elevation.format, length.format, approximate.format])
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
        if text.trimmed.lowercased() == "none" { return nil }
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
