import Scenario
import Units

extension Decoder {
  /// Defaults of `atalaya place`.
  func siting(_ row: Row?, _ purchases: [Scenario.Purchase]) -> SitingSettings {
    var siting = SitingSettings()
    guard let row else { return siting }
    typealias F = SitingFields
    siting.budget = sum(F.budget, of: row)
    siting.objective = row.optional(F.objective)
    siting.height = row.optional(F.height)
    siting.cells = row.optional(F.cells)
    siting.price = row.optional(F.price)
    siting.seconds = row.optional(F.seconds)
    siting.sweep = row.optional(F.sweep)
    if let objective = siting.objective, objective != .area {
      let remedy = "write objective: area, or leave it out"
      if row.has(F.height) { row.report(.value, F.height, "is for the objective area", remedy) }
      if row.has(F.cells) { row.report(.value, F.cells, "is for the objective area", remedy) }
    }
    siting.stages = row.items(F.stages, F.format, example: "list the sum of each year, as in [USD 20M, USD 30M]")
      .compactMap { sum(F.stage, of: $0) }
    for item in row.items(F.compare, F.format, example: "list ids of purchases, as in [plan-a]") {
      guard let id = item.required(F.plan) else { continue }
      if !purchases.contains(where: { $0.id == id }) {
        item.report(
          .reference, F.plan, "there is no purchase “\(id)”", NearestName.choices(for: id, among: purchases.map(\.id)))
      }
      siting.compare.append(id)
    }
    return siting
  }

  /// A sum above zero, in the currency of the prices.
  private func sum(_ field: Field<Money>, of row: Row) -> Money? {
    guard row.has(field), let sum = price(field, of: row) else { return nil }
    if sum.amount <= 0 { row.report(.range, field, "is \(sum.text)", "name a sum above zero") }
    return sum
  }
}
