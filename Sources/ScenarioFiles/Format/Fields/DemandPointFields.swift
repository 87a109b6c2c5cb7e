import Units

enum DemandPointFields {
  static let id = Field<String>.id("The key by which outputs name the point.")
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let elevation = Field<Length>.length(
    "elevation", .optional("that of the terrain"), .metres(-500)...(.metres(9000)), datums: Field<Length>.seaLevel,
    "Elevation of the ground above mean sea level (AMSL).")
  static let weight = {
    var field = Field<Double>.number(
      "weight", .optional("1"), 0...1e12,
      "How much it counts: people who live there, incidents a year. A point of weight zero is listed and does not count."
    )
    field.format.aliases = ["population", "incidents"]
    return field
  }()

  static let layer = LayerFormat(
    key: "demand_points", rowName: "a demand point",
    summary: "Places that count when they are reached, by their weights: see the key `reach` and `atalaya reach`.",
    fields: [id.format, name.format] + PositionFields.all + [elevation.format, weight.format])
}
