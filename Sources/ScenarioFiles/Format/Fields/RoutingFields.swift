import Units

/// The keys under `routing`, and the areas that routes keep out of.
enum RoutingFields {
  static let clearance = Field<Length>.length(
    "clearance", .optional("150 m"), .zero...(.metres(5000)),
    "Least height above the ground on the way by day, of aircraft that state no `minimum_height_day`.")
  static let clearanceByNight = Field<Length>.length(
    "clearance_by_night", .optional("300 m"), .zero...(.metres(5000)),
    "The same by night, of aircraft that state no `minimum_height_night`.")

  static let format = LayerFormat(
    key: "routing", rowName: "routing", summary: "", fields: [clearance.format, clearanceByNight.format])

  static let name = Field<String>.text("name", .optional("its row"), "Name for people.")
  static let bottom = Field<Length>.altitude(
    "bottom_amsl", .optional("the ground"), .metres(-500)...(.metres(25_000)),
    "Lowest altitude above mean sea level at which it counts.")
  static let top = Field<Length>.altitude(
    "top_amsl", .optional("none"), .metres(-500)...(.metres(25_000)),
    "Highest altitude above mean sea level at which it counts.")
  static let begin = Field<Duration>.time(
    "begin", .optional("it always counts"), "Local time at which it begins to count; with `end`.")
  static let end = Field<Duration>.time(
    "end", .optional("it always counts"),
    "And at which it ends; before `begin`: on the next day. A route keeps out where its flight could fall into these hours."
  )

  static let areas = LayerFormat(
    key: "restricted_areas", rowName: "an area to keep out of",
    summary:
      "Polygons that the routes of responses keep out of (see the key `routing`); holes are kept out of as well.",
    fields: [name.format, bottom.format, top.format, begin.format, end.format])
}
