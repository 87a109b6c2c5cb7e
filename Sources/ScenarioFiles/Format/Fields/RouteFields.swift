import Units

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
    summary: "Routes of flights: a layer of lines, a table of points, or inline rows with `points`. A point without an "
      + "altitude has that of its route, a route without one that of the flight.",
    fields: [id.format] + AltitudeFields.all + [points.format, route.format, order.format] + PositionFields.all)
  /// One point of an inline route.
  static let point = LayerFormat(
    key: "routes", rowName: "a point of a route", summary: "", fields: PositionFields.all + AltitudeFields.all)
}
