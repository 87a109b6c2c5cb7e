import Units

enum BaseFields {
  static let id = Field<String>.id("The key by which assets name the base.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation

  static let layer = LayerFormat(
    key: "bases", rowName: "a base", summary: "Places that respond: air bases, heliports, posts.",
    fields: [id.format, name.format] + PositionFields.all + [elevation.format])
}
