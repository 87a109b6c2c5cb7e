import Response
import Units

/// Hours of observed weather, of which those are counted in which an asset can fly.
enum WeatherHourFields {
  static let base = Field<String>.text(
    "base", .optional("they hold for every base without rows of its own"), "Where it was observed.",
    type: "id of a base")
  static let month = Field<Int>.count(
    "month", .optional("any"), 1...12,
    "The month. Where the scenario has a `date`, only hours of its month and hours without a month count.")
  static let hour = Field<Int>.count(
    "hour", .required, 0...23, "The hour of the day, local time: by day or by night as at the base.")
  static let visibility = Field<Length>.length(
    "visibility", .optional("not observed"), .zero...(.kilometres(100)), "Visibility at the ground.")
  static let ceiling = Field<Length>.cloudCeiling(
    "ceiling", .optional("not observed"),
    "Height above the ground of the lowest layer of clouds that covers more than half of the sky; `none` without one.")

  static let layer = LayerFormat(
    key: "weather_hours", rowName: "an hour of weather",
    summary:
      "Observed hours of weather at the bases. Of each asset that states `minimum_visibility` or `minimum_ceiling` the share "
      + "of the hours is counted in which it can fly, by day and by night, and told next to its responses; no time changes. An "
      + "hour in which what decides was not observed does not count.",
    fields: [base.format, month.format, hour.format, visibility.format, ceiling.format])
}

extension Field where Value == Length {
  /// A height of clouds, or `none` for a sky without a ceiling, which is infinitely high.
  static func cloudCeiling(_ name: String, _ need: Need, _ meaning: String) -> Field {
    let height = length(name, need, .zero...(.kilometres(25)), meaning)
    @Sendable func orNone(_ read: @escaping Read) -> Read {
      { text throws(FieldIssue) in
        if text.trimmed.lowercased() == "none" { return .metres(.infinity) }
        let value = try read(text)
        if let issue = height.check(value) { throw issue }
        return value
      }
    }
    var format = height.format
    format.type = "length or `none`"
    return Field(
      format: format, read: orNone(height.read),
      readInColumnUnit: { suffix in height.readInColumnUnit(suffix).map(orNone) })
  }
}
