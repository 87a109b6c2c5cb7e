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
  static let handOver = Field<String>.text(
    "hand_over", .optional("it flies home from the strip"),
    "Where it hands over whom it carries after the stay at the strip, at the place that is reached first: ids of bases or of "
      + "`hand_over_places`, with `;` between, or `nearest` for all of that layer. An aircraft that only circles hands over nothing.",
    type: "ids or `nearest`")
  static let handOverTime = Field<Duration>.duration(
    "hand_over_time", .optional(MissionSupport.usualHandOver.text), from: .minutes(1), to: .hours(24),
    "Its stay there; it counts against the fuel.")

  static let shareByDay = Field<Double>.percentage(
    "flyable_share_day", .optional("not stated, or counted of `weather_hours`"),
    "Share of the hours of daylight in which the weather lets it fly; told next to its responses, no time changes.")
  static let shareByNight = Field<Double>.percentage(
    "flyable_share_night", .optional("not stated, or counted of `weather_hours`"), "The same of the hours of night.")
  static let minimumVisibility = Field<Length>.length(
    "minimum_visibility", .optional("any"), .zero...(.kilometres(50)),
    "Visibility below which it does not fly, for the count of `weather_hours`.")
  static let minimumCeiling = Field<Length>.length(
    "minimum_ceiling", .optional("any"), .zero...(.kilometres(10)),
    "Height of clouds above the ground below which it does not fly, for the count of `weather_hours`.")

  static let layer = LayerFormat(
    key: "assets", rowName: "an asset", summary: "Aircraft of one type that stand ready at one base.",
    fields: [
      id.format, base.format, aircraft.format, count.format, readinessDay.format, readinessNight.format,
      turnRound.format, handOver.format, handOverTime.format, shareByDay.format, shareByNight.format,
      minimumVisibility.format, minimumCeiling.format,
    ])
}
