import Units

enum MeasureFields {
  static let id = Field<String>.id("Key.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let kind = Field<MeasureKind>.choice(
    "kind", .required, "Whether an asset is ready sooner, or one more asset stands ready at a base.")
  static let cost = Field<Money>.money("cost", .required, "What it costs, out of the same budget as radars.")
  static let asset = Field<String>.text(
    "asset", .optional("required of the kind readiness"), "Whose readiness gets shorter.", type: "id of an asset")
  static let base = Field<String>.text(
    "base", .optional("required of the kind base"), "Where the new asset stands.", type: "id of a base")
  static let aircraft = Field<String>.text(
    "aircraft", .optional("required of the kind base"), "What the new asset flies.", type: "id of an aircraft")
  static let readinessDay = Field<Duration?>.readiness("readiness_day", "The new readiness by day.")
  static let readinessNight = Field<Duration?>.readiness("readiness_night", "The new readiness by night.")

  static let layer = LayerFormat(
    key: "measures", rowName: "a measure",
    summary: "What money buys besides radars, for `atalaya place`: shorter readiness, or one more alert.",
    fields: [
      id.format, name.format, kind.format, cost.format, asset.format, base.format, aircraft.format,
      readinessDay.format, readinessNight.format, AssetFields.handOver.format, AssetFields.handOverTime.format,
    ])
}
