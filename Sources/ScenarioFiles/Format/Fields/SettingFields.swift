import Radar
import Response
import Scenario
import Terrain
import Units

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
    "effective_earth_k", .optional(EffectiveEarth.standardFactorText), 1e-3...1e6,
    "Factor of the effective Earth radius, for refraction.")
  static let targetCrossSection = Field<Area>.crossSection(
    "target_rcs", .optional("1 m²"), "Radar cross-section for coverage figures that belong to no flight.")
  static let targetTransponder = Field<Transponder>.transponder(
    "target_transponder", .optional("no"), "Whether that target answers secondary radars.")
  static let altitudeBands = Field<String>.text(
    "altitude_bands", .optional("50 m, 150 m, 300 m, 600 m, 1500 m"),
    "Heights above ground for coverage figures, each from 1 m to 100 km, \(Scenario.mostAltitudeBands) at most.",
    type: "list of lengths")
  static let altitudes = Field<String>.text(
    "altitudes_amsl", .optional("none"),
    "Altitudes above mean sea level for coverage figures besides those above ground, each from -500 m to 100 km.",
    type: "list of lengths")
  static let daylight = Field<String>.text(
    "daylight", .optional("06:00 to 18:00"), "Hours of daylight in local time; everything else is night.",
    type: "keys `begin` and `end`, each HH:MM")
  static let date = Field<CalendarDate>.date(
    "date", .optional("none: daylight has stated hours"),
    "The date for the sky. Daylight then is civil twilight’s of each base, unless `daylight` states hours, and Sun and Moon are reported."
  )
  static let utcOffset = Field<Duration>.clockOffset(
    "utc_offset", .optional("by the longitude of the first base, to the hour"),
    "Local time less UTC; it goes with `date`.")
  static let weather = Field<String>.text(
    "weather", .optional("none: still air, and altitudes as they are"),
    "The wind and the air in which assets fly; the layers `wind` and `air` have them by altitude and time of day.",
    type: "keys `wind`, `isa_deviation_k`, `qnh_hpa` and `file`")
  static let alert = Field<String>.text(
    "alert", .optional("30 s (three scans of 10 s), 5 min and 2 min"),
    "Delays from the first echo to a track, and from the track to the order; how long a track outlasts the last sight.",
    type: "keys `confirmation`, `decision` and `track_memory`, each a duration")
  static let detection = Field<String>.text(
    "detection", .optional("none: what a radar has in view for its `revisit` is seen"),
    "How looks count: each look of a radar detects with a probability, coverage is where it is high enough, and flights are detected and tracked after as many looks as chance takes. `detection: {}` takes all defaults.",
    type: "keys such as `probability` and `track`, below")
  static let waysOverUnknown = Field<UnknownGround>.choice(
    "ways_over_unknown", .optional("closed"),
    "Whether the routes that `atalaya leak` finds may cross ground that is unknown in the terrain: `closed` (no) or `open` (yes, unseen there)."
  )
  static let onSceneTime = Field<Duration>.duration(
    "on_scene_time", .optional("10 min"), "Time a responding aircraft spends at the strip before it flies back.")
  static let assignment = Field<Assignment.Rule>.choice(
    "assignment", .optional("first_come"),
    "Which aircraft goes to which flight where flights compete: as orders come, or with the smallest total lateness (`best`)."
  )
  static let routing = Field<String>.text(
    "routing", .optional("none: responses fly straight lines"),
    "Responses fly by the fastest routes that were found over the terrain: around and over ground, out of the layer `restricted_areas`, below the ceiling, with climb and descent. Their times decide; those of straight lines stand beside them. `routing: {}` takes all defaults.",
    type: "keys `clearance` and `clearance_by_night`, below")
  static let reach = Field<String>.text(
    "reach", .optional("none: `atalaya reach` alone computes it"),
    "What each asset, each base and all of them reach within some times from the order: rasters, polygons, shares of the region, of demand points and of strips, and what is lost without each base. `reach: {}` takes all defaults.",
    type: "keys `limits`, `step` and `routed`, below")
  static let refuelling = Field<String>.text(
    "refuelling", .optional("15 min, and up to 3 stops, where some place has fuel"),
    "How aircraft refuel on their way, at the layer `refuelling_places` and at bases with `fuel`.",
    type: "keys `time` and `most_stops`, below")
  static let requirements = Field<String>.text(
    "requirements", .optional("none"),
    "What a plan has to reach; `atalaya plan` ends with exit code 3 when it does not.",
    type: "keys `share_detected`, `share_tracked` and `share_met`, each a percentage")
  static let place = Field<String>.text(
    "place", .optional("none"),
    "Defaults for the options of `atalaya place`; `atalaya plan --budget` takes objective, height, cells and price from it.",
    type: "keys such as `budget` and `objective`, below")
  static let terrain = Field<String>.text(
    "terrain", .optional("none: the Earth is smooth, and coverage an estimate"),
    "Elevation above mean sea level: GeoTIFF, SRTM `.hgt` (zipped or gzipped too), DTED, VRT, or a folder of such tiles; relative to the scenario’s folder. `atalaya terrain fetch FOLDER` gets it, `atalaya terrain info` checks it.",
    type: "path, list of paths, or keys `path`, `missing`, `sea`, `voids`, `heights`, `model` and `error`")
  static let groundCover = Field<String>.text(
    "ground_cover", .optional("none: the ground is bare"),
    "What stands on the ground of the terrain, trees for the most part. It hides what lies behind it and in it, everywhere but in the clearings; heights above ground count from the bare ground.",
    type: "length, or keys `height`, `clearing`, `sea` and `raster`")
  static let atmosphere = Field<String>.text(
    "atmosphere", .optional("none: refraction by `effective_earth_k` alone"),
    "The air, and how far it is known. With a band, what a plan calls seen (covered where looks count) is so under the worst of it, and each place is *certain*, *likely* (seen at the median), *doubtful* (seen under the best only) or not seen.",
    type: "keys such as `k_band`, below")
  static let layers = Field<String>.text("layers", .optional("none"), "The layers, below.", type: "keys")

  static let format = LayerFormat(
    key: "", rowName: "the scenario", summary: "The keys of scenario.yaml.",
    fields: [
      version.format, name.format, description.format, currency.format, units.format, groundElevation.format,
      effectiveEarth.format,
      targetCrossSection.format, targetTransponder.format, altitudeBands.format, altitudes.format, daylight.format,
      date.format, utcOffset.format, weather.format,
      alert.format, detection.format,
      onSceneTime.format, assignment.format, routing.format, reach.format, refuelling.format, requirements.format,
      place.format,
      waysOverUnknown.format,
      terrain.format,
      groundCover.format, atmosphere.format, layers.format,
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
  static let terrainModel = Field<TerrainModel.Kind>.choice(
    "model", .optional("as the files’ names tell it, else unknown"),
    "What the heights are: `bare` ground; a `surface` of tree tops and roofs, to which no cover is added; `partial`, as radar from space sees trees (SRTM, Copernicus DEM), to which 40 % of a cover’s height is added; `unknown`, to which all of it is."
  )
  static let terrainError = Field<Length>.length(
    "error", .optional("0 m"), .zero...(.metres(500)),
    "How far the ground may stand above or below what the files say (vertical error, 90 % or more). Where it is stated, what a plan calls seen is seen over ground that is so much higher, heights above ground still counted from that of the files; posts at exactly 0 m, the sea, are not off."
  )
  static let terrainErrorCorrelation = Field<Length>.length(
    "error_correlation", .optional("500 m"), .zero...(.kilometres(100)),
    "Within which distance of an antenna the ground shares the error of the antenna’s own, and hides as the files have it."
  )
  static let terrainFormat = LayerFormat(
    key: "terrain", rowName: "terrain", summary: "",
    fields: [
      terrainPath.format, terrainMissing.format, terrainSea.format, terrainVoids.format, terrainHeights.format,
      terrainModel.format,
      terrainError.format, terrainErrorCorrelation.format,
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
    "Share of the flights that must be detected before they land: in view of one radar for its `revisit` or longer, or with the key `detection` with the probability `detection.confidence`."
  )
  static let shareTracked = Field<Double>.percentage(
    "share_tracked", .optional("none"),
    "Share of the flights that must be tracked before they land: seen as long as `confirmation` without a break, or with the key `detection` by `detection.track` with the probability `detection.confidence`."
  )
  static let shareMet = Field<Double>.percentage(
    "share_met", .optional("none"),
    "Share of the flights that an asset must meet at the strip; each of its aircraft serves one flight at a time.")
  static let requirementsFormat = LayerFormat(
    key: "requirements", rowName: "requirements", summary: "",
    fields: [shareDetected.format, shareTracked.format, shareMet.format])
}
