import Scenario
import Units

enum SitingFields {
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
