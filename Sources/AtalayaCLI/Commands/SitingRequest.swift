import ArgumentParser
import Atalaya

/// What is asked of `atalaya place`: by its command line, and where that does not say by the scenario.
struct SitingRequest {
  var budget: Money
  /// The money of each year.
  var years: [Money]
  var objective: any PlacementObjective
  var price: PricePart
  var seconds: Double
  var isSweep: Bool
  /// Ids of purchases, or files.
  var plans: [String]

  /// - Throws: `ValidationError` when no budget is named, or something that is for the objective area only.
  init(_ command: SitingOptions, in scenario: Scenario) throws {
    let kept = scenario.siting
    let sums = try command.stages?.get().sums.map { $0.money(in: scenario) } ?? []
    let isMoneyAsked = command.budget != nil || !sums.isEmpty
    let years = isMoneyAsked ? sums : kept.stages
    let sum = try isMoneyAsked ? command.budget.map { try $0.get().money(in: scenario) } : kept.budget
    let total = years.first.map { first in
      Money(years.reduce(0) { $0 + $1.amount }, first.currency)
    }
    guard let budget = sum ?? total else {
      throw ValidationError(
        "--budget: how much may be spent, as in --budget \"USD 71M\", or budget under place in scenario.yaml")
    }
    self.budget = budget
    self.years = years
    let name = try command.objective?.get() ?? kept.objective ?? .interceptions
    if name != .area {
      if command.cells != nil { throw ValidationError("--cells goes with --objective area") }
      if command.height != nil { throw ValidationError("--height goes with --objective area") }
    }
    objective = name.made(
      for: scenario, height: try command.height?.get() ?? kept.height,
      cells: try command.cells?.get() ?? kept.cells)
    price = try command.price?.get() ?? kept.price ?? .base
    seconds = try command.seconds?.get().seconds ?? kept.seconds ?? 30
    isSweep = command.sweep ?? kept.sweep ?? false
    plans = command.compare.isEmpty ? kept.compare : command.compare
  }

  /// The same for the library.
  func question(of scenario: Scenario, plans: [Scenario.Purchase]) -> SitingQuestion {
    SitingQuestion(
      of: scenario, budget: budget, objective: objective, price: price, time: .seconds(clamping: seconds),
      comparesPrices: true, sweeps: isSweep, years: years, plans: plans)
  }
}
