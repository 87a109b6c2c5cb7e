import Units

enum PurchaseFields {
  static let id = Field<String>.id("The key by which the purchase is named.", .optional("required inline"))
  static let name = Field<String>.text("name", .optional("the id"), "Name for people.")
  static let budget = Field<Money>.money("budget", .optional("not stated"), "The budget it was made for.")
  static let radars = Field<String>.text(
    "radars", .optional("required inline"), "The radars to buy, each with the keys `site` and `type`.",
    type: "list, inline only")
  static let measures = Field<String>.text(
    "measures", .optional("none"), "The measures to take in addition to the radars.", type: "list of ids, inline only")
  static let measure = Field<String>.text("measures", .required, "A measure.", type: "id of a measure")
  static let purchase = Field<String>.text(
    "purchase", .optional("required in a table"),
    "The key of the purchase that this radar belongs to; one row per radar.",
    type: "id, in tables")
  static let site = Field<String>.text(
    "site", .optional("required of each radar"), "Where the radar would stand.", type: "id of a site")
  static let type = Field<String>.text(
    "type", .optional("required of each radar"), "What it would be.", type: "id of a radar type")

  static let layer = LayerFormat(
    key: "purchases", rowName: "a purchase", summary: "Named lists of radars to buy, and of measures to take.",
    fields: [
      id.format, name.format, budget.format, radars.format, measures.format, purchase.format, site.format, type.format,
    ])
  /// One radar of an inline purchase.
  static let item = LayerFormat(
    key: "purchases", rowName: "a radar of a purchase", summary: "", fields: [site.format, type.format])
}
