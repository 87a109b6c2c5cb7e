import Scenario
import Units

extension Decoder {
  /// What `atalaya place` is asked where its command line does not say.
  func place(_ row: Row?, _ purchases: [Scenario.Purchase]) -> PlaceSettings {
    var place = PlaceSettings()
    guard let row else { return place }
    typealias F = PlaceFields
    place.budget = sum(F.budget, of: row)
    place.objective = row.optional(F.objective)
    place.height = row.optional(F.height)
    place.cells = row.optional(F.cells)
    place.price = row.optional(F.price)
    place.seconds = row.optional(F.seconds)
    place.sweep = row.optional(F.sweep)
    if let objective = place.objective, objective != .area {
      let remedy = "write objective: area, or leave it out"
      if row.has(F.height) { row.report(.value, F.height, "is for the objective area", remedy) }
      if row.has(F.cells) { row.report(.value, F.cells, "is for the objective area", remedy) }
    }
    place.stages = row.items(F.stages, F.format, example: "list the sum of each year, as in [USD 20M, USD 30M]")
      .compactMap { sum(F.stage, of: $0) }
    for item in row.items(F.compare, F.format, example: "list ids of purchases, as in [plan-a]") {
      guard let id = item.required(F.plan) else { continue }
      if !purchases.contains(where: { $0.id == id }) {
        let hint = purchases.isEmpty ? "there are none" : NearestName.hint(for: id, among: purchases.map(\.id))
        item.report(.reference, F.plan, "there is no purchase “\(id)”", hint)
      }
      place.compare.append(id)
    }
    return place
  }

  /// A sum above zero, in the currency of the prices.
  private func sum(_ field: Field<Money>, of row: Row) -> Money? {
    guard row.has(field), let sum = price(field, of: row) else { return nil }
    if sum.amount <= 0 { row.report(.range, field, "is \(sum.text)", "name a sum above zero") }
    return sum
  }
}

enum PlaceFields {
  static let budget = Field<Money>.money("budget", .optional("the sum of stages"), "What may be spent.")
  static let objective = Field<SitingObjective>.choice(
    "objective", .optional("interceptions"), "What is to be achieved.")
  static let height = Field<Length>.length(
    "height", .optional("the lowest of altitude_bands"), .metres(0)...(.kilometres(100)),
    "Height above ground, for the objective area.")
  static let cells = Field<Int>.count(
    "cells", .optional("4000"), 1...1_000_000, "About how many cells the objective area is sampled by.")
  static let price = Field<PricePart>.choice("price", .optional("base"), "Which prices count.")
  static let seconds = Field<Double>.number(
    "seconds", .optional("30"), 1e-3...1e9, "The longest that all searches of a run may take together, in seconds.")
  static let sweep = Field<Bool>.flag("sweep", .optional("no"), "Whether other budgets are wanted too.")
  static let stages = Field<String>.text(
    "stages", .optional("none"), "Money of each year: what to buy in which.", type: "list of money")
  static let stage = Field<Money>.money("stages", .required, "Money of a year.")
  static let compare = Field<String>.text(
    "compare", .optional("none"), "Purchases to compare with the list.", type: "list of ids")
  static let plan = Field<String>.text("compare", .required, "A purchase.", type: "id of a purchase")

  static let format = LayerFormat(
    key: "place", rowName: "place", summary: "",
    fields: [
      budget.format, objective.format, height.format, cells.format, price.format, seconds.format, sweep.format,
      stages.format, compare.format,
    ])
}
