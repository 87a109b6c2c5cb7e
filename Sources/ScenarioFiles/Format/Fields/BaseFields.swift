import Units

enum BaseFields {
  static let id = Field<String>.id("The key by which assets name the base.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation
  static let runway = Field<Length>.length(
    "runway", .optional("unknown: the take-off of aeroplanes is not checked"), .metres(1)...(.kilometres(10)),
    "Usable length of its runway: an aeroplane that needs more at its density altitude does not take off.")
  static let fuel = Field<Bool>.flag(
    "fuel", .optional("no"), "Whether aircraft of other bases may refuel there on their way (see `refuelling`).")

  static let layer = LayerFormat(
    key: "bases", rowName: "a base", summary: "Places that respond: air bases, heliports, posts.",
    fields: [id.format, name.format] + PositionFields.all + [elevation.format, runway.format, fuel.format])
}
