import Units

enum StripFields {
  static let id = Field<String>.id("The key by which flights name the strip.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.groundElevation
  static let length = Field<Length>.length(
    "length", .optional("unknown"), .metres(1)...(.kilometres(20)), "Usable length.")
  static let approximate = Field<Bool>.flag(
    "approximate", .optional("no"), "Whether the position is only approximate.")

  static let layer = LayerFormat(
    key: "strips", rowName: "a strip", summary: "Landing strips that flights use, and other places to reach.",
    fields: [id.format, name.format] + PositionFields.all + [elevation.format, length.format, approximate.format])
}
