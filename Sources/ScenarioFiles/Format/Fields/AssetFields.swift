import Response
import Units

enum AssetFields {
  static let id = Field<String>.id("Key.", .optional("base/aircraft"))
  static let base = Field<String>.text("base", .required, "Where it stands.", type: "id of a base")
  static let aircraft = Field<String>.text("aircraft", .required, "What it flies.", type: "id of an aircraft")
  static let count = Field<Int>.count(
    "count", .optional("1"), 1...10_000,
    "How many of them; each serves one flight at a time, from the order until it is back at its base.")
  static let readinessDay = Field<Duration?>.readiness("readiness_day", "From the order to take-off by day.")
  static let readinessNight = Field<Duration?>.readiness("readiness_night", "From the order to take-off by night.")

  static let turnRound = Field<Duration>.duration(
    "turn_round", .optional("0 min"), to: .hours(24),
    "From its return until it can be sent again: refuelling and turn-round.")

  static let layer = LayerFormat(
    key: "assets", rowName: "an asset", summary: "Aircraft of one type that stand ready at one base.",
    fields: [
      id.format, base.format, aircraft.format, count.format, readinessDay.format, readinessNight.format,
      turnRound.format,
    ])
}
