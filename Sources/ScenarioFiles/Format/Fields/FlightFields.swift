import Units

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
  static let transponder = Field<Transponder>.transponder(
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
