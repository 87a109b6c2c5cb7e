import Scenario
import Terrain
import Units

/// The ways to say where a row is.
enum PositionFields {
  static let position = Field<String>.text(
    "position", .optional("see above"), "Where, in any notation that `atalaya locate` reads: decimal, DMS, UTM, MGRS.",
    type: "position")
  static let latitude = Field<String>.text(
    "latitude", .optional("see above"), "Latitude on WGS 84, decimal degrees or DMS.", type: "latitude",
    aliases: ["lat", "latitude_deg", "lat_deg"])
  static let longitude = Field<String>.text(
    "longitude", .optional("see above"), "Longitude on WGS 84, decimal degrees or DMS.", type: "longitude",
    aliases: ["lon", "lng", "long", "longitude_deg", "lon_deg"])
  static let x = Field<String>.text(
    "x", .optional("see above"), "Easting, or longitude, in the layer’s `crs`.", type: "coordinate")
  static let y = Field<String>.text(
    "y", .optional("see above"), "Northing, or latitude, in the layer’s `crs`.", type: "coordinate")

  static let all = [position.format, latitude.format, longitude.format, x.format, y.format]
  /// Fields that are of use only together.
  static let pairs = [(latitude, longitude), (x, y)]

  /// The field without which another is of no use; nil for one that stands on its own.
  static func otherHalf(of field: String) -> Field<String>? {
    for (one, other) in pairs {
      if field == one.name { return other }
      if field == other.name { return one }
    }
    return nil
  }
}

/// An altitude, in one field with its datum or in the field of a datum.
enum AltitudeFields {
  static let range: ClosedRange<Length> = .metres(-500)...(.kilometres(100))
  static let altitude = Field<String>.text(
    "altitude", .optional("see the layer"), "Altitude with its datum: `150 m AGL`, `9500 ft AMSL`, `FL130`.",
    type: "altitude")
  static let aboveGround = Field<Length>.length(
    "altitude_agl", .optional("see the layer"), .zero...(.kilometres(100)), "Altitude above ground.")
  static let aboveSeaLevel = Field<Length>.altitude(
    "altitude_amsl", .optional("see the layer"), range, "Altitude above mean sea level.")

  static let all = [altitude.format, aboveGround.format, aboveSeaLevel.format]
}

enum RouteFields {
  static let id = Field<String>.id("The key by which flights name the route.", .optional("required of a line"))
  static let points = Field<String>.text(
    "points", .optional("required inline"),
    "The points, each a position or the keys of a position and an altitude.", type: "list, inline only")
  static let route = Field<String>.text(
    "route", .optional("required in a table of points"), "The key of the route that this point belongs to.",
    type: "id, in tables of points")
  static let order = Field<Double>.number(
    "order", .optional("required in a table of points"), -1e9...1e9, "Where the point comes in its route, ascending.")

  static let layer = LayerFormat(
    key: "routes", rowName: "a route",
    summary: "Ways of flights: a layer of lines, a table of points, or inline rows with `points`. A point without an "
      + "altitude has that of its route, a route without one that of the flight.",
    fields: [id.format] + AltitudeFields.all + [points.format, route.format, order.format] + PositionFields.all)
  /// One point of an inline route.
  static let point = LayerFormat(
    key: "routes", rowName: "a point of a route", summary: "", fields: PositionFields.all + AltitudeFields.all)
}

enum FlightFields {
  static let id = Field<String>.id("Key.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let aircraft = Field<String>.text("aircraft", .required, "What flies.", type: "id of an aircraft")
  static let strip = Field<String>.text("strip", .required, "Where it lands.", type: "id of a strip")
  static let inbound = Field<String>.text(
    "inbound", .required,
    "The inbound route; the strip is appended to it unless it ends within 1 km of the strip, which then takes the place of its end.",
    type: "id of a route")
  static let outbound = Field<String>.text(
    "outbound", .optional("`inbound` reversed"), "The outbound route; the strip is put before it likewise.",
    type: "id of a route")
  static let speed = Field<Speed>.speed("speed", .optional("the aircraft’s cruise"), "Ground speed along the routes.")
  static let departure = Field<Duration>.time(
    "departure", .optional("from `landing`; exactly one of the two"), "When it leaves its origin.")
  static let landing = Field<Duration>.time(
    "landing", .optional("from `departure`; exactly one of the two"), "When it lands on the strip.")
  static let groundTime = Field<Duration>.duration("ground_time", .required, "Time on the strip; may be 0 min.")
  static let perDay = Field<Double>.number(
    "per_day", .optional("1"), 0...10_000,
    "How many such flights a day, at different hours: a weight. Flights of the same hour that compete for assets are rows of their own."
  )
  static let crossSection = Field<Area>.crossSection("rcs", .optional("the aircraft’s"), "Radar cross-section.")
  static let transponder = Field<Bool>.flag(
    "transponder", .optional("the aircraft’s"), "Whether it flies with a transponder switched on.")

  static let layer = LayerFormat(
    key: "flights", rowName: "a flight", summary: "Expected flights: in along a route, minutes on a strip, out again.",
    fields: [
      id.format, name.format, aircraft.format, strip.format, inbound.format, outbound.format,
    ] + AltitudeFields.all + [
      speed.format, departure.format, landing.format, groundTime.format, perDay.format, crossSection.format,
      transponder.format,
    ])
}

/// The keys of scenario.yaml itself.
enum SettingFields {
  static let version = Field<Int>.count("atalaya", .required, 1...1, "Version of the format: 1.")
  static let name = Field<String>.text("name", .required, "Name of the scenario, for people.")
  static let description = Field<String>.text("description", .optional("empty"), "What it is about.")
  static let currency = Field<String>.text(
    "currency", .optional("that of the first price"), "The one currency of all prices.", type: "ISO 4217 code")
  static let units = Field<UnitSystem>.choice(
    "units", .optional("metric"),
    "Units of the outputs for people: `aviation` is ft, NM, kt, and flight levels from 18,000 ft AMSL on; files for programs keep those of their keys."
  )
  static let groundElevation = Field<Length>.length(
    "ground_elevation", .optional("the lowest elevation that a site, a strip or a base states, else 0 m"),
    .metres(-500)...(.metres(9000)), "Elevation of the smooth Earth’s ground above mean sea level (AMSL).")
  static let effectiveEarth = Field<Double>.ratio(
    "effective_earth_k", .optional("4/3"), 1e-3...1e6, "Factor of the effective Earth radius, for refraction.")
  static let targetCrossSection = Field<Area>.crossSection(
    "target_rcs", .optional("1 m²"), "Radar cross-section for coverage figures that belong to no flight.")
  static let targetTransponder = Field<Bool>.flag(
    "target_transponder", .optional("no"), "Whether that target answers secondary radars.")
  static let altitudeBands = Field<String>.text(
    "altitude_bands", .optional("50 m, 150 m, 300 m, 600 m, 1500 m"), "Heights above ground for coverage figures.",
    type: "list of lengths")
  static let altitudes = Field<String>.text(
    "altitudes_amsl", .optional("none"),
    "Altitudes above mean sea level for coverage figures besides those above ground.",
    type: "list of lengths")
  static let daylight = Field<String>.text(
    "daylight", .optional("06:00 to 18:00"), "Hours of daylight in local time; everything else is night.",
    type: "keys `begin` and `end`, each HH:MM")
  static let alert = Field<String>.text(
    "alert", .optional("30 s (three scans of 10 s), 5 min and 2 min"),
    "Delays from the first echo to a track, and from the track to the order; how long a track outlasts the last sight.",
    type: "keys `confirmation`, `decision` and `track_memory`, each a duration")
  static let waysOverUnknown = Field<UnknownGround>.choice(
    "ways_over_unknown", .optional("closed"),
    "Whether the ways that `atalaya leak` looks for lead over ground that the terrain does not know.")
  static let onSceneTime = Field<Duration>.duration(
    "on_scene_time", .optional("10 min"), "Time a responding aircraft spends at the strip before it flies back.")
  static let requirements = Field<String>.text(
    "requirements", .optional("none"),
    "What a plan has to reach; `atalaya plan` ends with exit code 3 when it does not.",
    type: "keys `share_detected`, `share_tracked` and `share_met`, each a percentage")
  static let place = Field<String>.text(
    "place", .optional("none"),
    "What `atalaya place` is asked where its command line does not say; `atalaya plan --budget` takes objective, height, cells and price from it.",
    type: "keys such as `budget` and `objective`, below")
  static let terrain = Field<String>.text(
    "terrain", .optional("none: the Earth is smooth, and coverage an estimate"),
    "Elevation above mean sea level: GeoTIFF, SRTM `.hgt` (zipped or gzipped too), DTED, VRT, or a folder of such tiles; relative to the scenario’s folder. `atalaya terrain fetch FOLDER` gets it, `atalaya terrain info` checks it.",
    type: "path, list of paths, or keys `path`, `missing`, `sea`, `voids` and `heights`")
  static let layers = Field<String>.text("layers", .optional("none"), "The layers, below.", type: "keys")

  static let format = LayerFormat(
    key: "", rowName: "the scenario", summary: "The keys of scenario.yaml.",
    fields: [
      version.format, name.format, description.format, currency.format, units.format, groundElevation.format,
      effectiveEarth.format,
      targetCrossSection.format, targetTransponder.format, altitudeBands.format, altitudes.format, daylight.format,
      alert.format,
      onSceneTime.format, requirements.format, place.format, waysOverUnknown.format, terrain.format, layers.format,
    ])

  static let terrainPath = Field<String>.text(
    "path", .required, "File, folder of tiles, or a list of either.", type: "path or list of paths")
  static let terrainMissing = Field<MissingTerrain>.choice(
    "missing", .optional("unknown"),
    "What lies where no tile is: archives hold no tiles of the ocean, so that by a coast `sea` is right.")
  static let terrainSea = Field<SeaTerrain>.choice(
    "sea", .optional("detect"),
    "What heights below sea level are: `surface`, the floor of the sea, whose surface at 0 m counts; `floor`, ground as the files have it; `detect` takes them for the floor of the sea where a file is of land and sea (GEBCO, ETOPO, SRTM15+ …) or they are lower than any land."
  )
  static let terrainVoids = Field<MissingTerrain>.choice(
    "voids", .optional("unknown"),
    "What lies where a tile has no value: `sea` takes voids at the terrain’s edge, or next to low ground, for the sea at 0 m; those in the mountains stay unknown."
  )
  static let terrainHeights = Field<HeightUnit>.choice(
    "heights", .optional("as the files state it, else m"), "The unit of heights, where the files do not state it.")
  static let terrainFormat = LayerFormat(
    key: "terrain", rowName: "terrain", summary: "",
    fields: [
      terrainPath.format, terrainMissing.format, terrainSea.format, terrainVoids.format, terrainHeights.format,
    ])

  static let band = Field<Length>.length(
    "altitude_bands", .required, .metres(1)...(.kilometres(100)), "A height above ground.")
  static let altitude = Field<Length>.altitude(
    "altitudes_amsl", .required, .metres(-500)...(.kilometres(100)), "An altitude above mean sea level (AMSL).")
  static let begin = Field<Duration>.time("begin", .required, "First light.")
  static let end = Field<Duration>.time("end", .required, "Last light.")
  static let daylightFormat = LayerFormat(
    key: "daylight", rowName: "daylight", summary: "", fields: [begin.format, end.format])
  static let confirmation = Field<Duration>.duration(
    "confirmation", .optional("30 s"), to: .hours(24),
    "From echo to track: how long radars must see an aircraft without a break.")
  static let decision = Field<Duration>.duration("decision", .optional("5 min"), to: .hours(24), "From track to order.")
  static let trackMemory = Field<Duration>.duration(
    "track_memory", .optional("2 min"), to: .hours(24),
    "How long a track is kept after the last sight: meetings in flight later than that are untracked and do not count.")
  static let alertFormat = LayerFormat(
    key: "alert", rowName: "alert", summary: "", fields: [confirmation.format, decision.format, trackMemory.format])
  static let shareDetected = Field<Double>.percentage(
    "share_detected", .optional("none"),
    "Share of the flights that must be detected before they land: in view of one radar for its `revisit` or longer.")
  static let shareTracked = Field<Double>.percentage(
    "share_tracked", .optional("none"),
    "Share of the flights that must be tracked before they land: seen as long as `confirmation` without a break.")
  static let shareMet = Field<Double>.percentage(
    "share_met", .optional("none"),
    "Share of the flights that an asset must meet at the strip; each of its aircraft serves one flight at a time.")
  static let requirementsFormat = LayerFormat(
    key: "requirements", rowName: "requirements", summary: "",
    fields: [shareDetected.format, shareTracked.format, shareMet.format])
}
