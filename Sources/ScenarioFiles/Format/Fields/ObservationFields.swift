import Units

/// Recorded plots and tracks: no layer of a scenario, but read as one.
enum ObservationFields {
  static let radar = Field<String>.text(
    "radar", .optional("the radar of --radar, or the scenario’s only one"), "The radar that recorded it.",
    type: "id of a site", aliases: ["radar_id", "sensor", "sensor_id"])
  static let time = Field<Double>(
    format: FieldFormat(
      name: "time", aliases: ["timestamp", "datetime", "time_utc"], type: "time",
      accepted: "2015-05-03T14:22:05Z, 14:22:05, seconds or milliseconds since 1970", fallback: "unknown",
      meaning:
        "When it was recorded, UTC where no zone is stated, which a warning says; a column `time_utc` states it. A file has dates throughout or times of day throughout."
    ),
    read: { text throws(FieldIssue) in try ObservedTime.read(text) })
  static let track = Field<String>.text(
    "track", .optional("none"), "What holds the points of one aircraft together: a track number or an address.",
    aliases: ["track_id", "icao24", "icao", "hex", "callsign", "flight", "aircraft"])

  static let layer = LayerFormat(
    key: "observations", rowName: "an observation", summary: "Recorded plots or points of tracks.",
    fields: [radar.format, time.format, track.format] + PositionFields.all + AltitudeFields.all)
}
