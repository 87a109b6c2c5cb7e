import Radar
import Scenario
import Units

extension Decoder {
  /// Purchases, inline with a list of radars or from a table with one row per radar.
  func purchases(
    _ sites: Index<Scenario.Site>, _ types: Index<RadarType>, _ measures: Index<Scenario.Measure>
  ) -> [Scenario.Purchase] {
    guard let layer = layers["purchases"] else { return [] }
    var result: [Scenario.Purchase] = []
    var first: [String: Origin] = [:]
    var tabular: Set<String> = []
    for row in rows(of: layer) {
      let isTableRow = layer.columns != nil || row.has(PurchaseFields.purchase)
      guard let id = row.required(isTableRow ? PurchaseFields.purchase : PurchaseFields.id) else { continue }
      let name = row.optional(PurchaseFields.name)
      let budget = price(PurchaseFields.budget, of: row)
      let items = isTableRow ? [item(row, sites, types)] : radars(row, sites, types)
      if let origin = first[id], !(isTableRow && tabular.contains(id)) {
        row.report(
          .duplicate, PurchaseFields.id, "“\(id)” is the id of line \(origin.line ?? origin.row ?? 0) too",
          "ids are unique within a layer")
      }
      if let index = result.firstIndex(where: { $0.id == id }) {
        if let budget, let stated = result[index].budget, budget != stated {
          row.report(
            .range, PurchaseFields.budget, "\(budget.text) contradicts \(stated.text) in a row before",
            "state one budget")
        }
        result[index].budget = result[index].budget ?? budget
        result[index].items += items.compactMap { $0 }
      } else {
        var purchase = Scenario.Purchase(id: id, name: name ?? id, budget: budget, items: items.compactMap { $0 })
        purchase.measures = taken(row, measures)
        result.append(purchase)
      }
      first[id] = first[id] ?? row.record.origin
      if isTableRow { tabular.insert(id) }
    }
    for purchase in result { warnOfPrice(purchase, first[purchase.id] ?? layer.origin) }
    return result
  }

  private func warnOfPrice(_ purchase: Scenario.Purchase, _ origin: Origin) {
    for type in Set(purchase.items.filter { $0.type.price == nil }.map(\.type.id)).sorted() {
      diagnostics.warning(
        .incomplete, at: origin, field: "radars", "“\(purchase.id)” buys the radar type “\(type)”, which has no price",
        "the price of the whole purchase stays unknown")
    }
    if let budget = purchase.budget, let price = purchase.price, price.base.amount > budget.amount {
      diagnostics.warning(
        .range, at: origin, field: "budget", "“\(purchase.id)” costs \(price.base.text), its budget is \(budget.text)")
    }
    for (site, count) in Dictionary(grouping: purchase.items, by: \.site.id).mapValues(\.count).sorted(by: {
      $0.key < $1.key
    })
    where count > 1 {
      diagnostics.warning(
        .duplicate, at: origin, field: "radars", "“\(purchase.id)” puts \(count) radars on the site “\(site)”")
    }
  }

  private func item(
    _ row: Row, _ sites: Index<Scenario.Site>, _ types: Index<RadarType>
  ) -> Scenario.Purchase.Item? {
    let site = sites.resolve(PurchaseFields.site, of: row, "site")
    let type = types.resolve(PurchaseFields.type, of: row, "radar type")
    guard let site, let type else { return nil }
    return Scenario.Purchase.Item(site: site, type: type)
  }

  /// The measures of a purchase.
  private func taken(_ row: Row, _ measures: Index<Scenario.Measure>) -> [Scenario.Measure] {
    var taken: [Scenario.Measure] = []
    let items = row.items(
      PurchaseFields.measures, PurchaseFields.layer, example: "list the ids, as in [alert, quick]")
    for item in items {
      guard let measure = measures.resolve(PurchaseFields.measure, of: item, "measure") else { continue }
      if taken.contains(where: { $0.id == measure.id }) {
        item.report(.duplicate, PurchaseFields.measure, "“\(measure.id)” is listed twice", "list every measure once")
      }
      taken.append(measure)
    }
    return taken
  }

  private func radars(
    _ row: Row, _ sites: Index<Scenario.Site>, _ types: Index<RadarType>
  ) -> [Scenario.Purchase.Item?] {
    guard row.has(PurchaseFields.radars) else {
      if row.has(PurchaseFields.measures) { return [] }
      row.report(.missing, PurchaseFields.radars, "is missing", "list the radars as - { site: …, type: … }")
      return []
    }
    guard let tree = row.tree(PurchaseFields.radars) else { return [] }
    guard case .sequence(let items, _) = tree else {
      row.report(.value, PurchaseFields.radars, "is not a list", "list the radars as - { site: …, type: … }")
      return []
    }
    return items.enumerated().map { number, tree in
      let origin = Origin(file: row.record.origin.file, line: tree.line)
      guard case .mapping(let pairs, let line) = tree else {
        diagnostics.error(
          .syntax, at: origin, field: "radars", "\(tree.kind) stands where a radar should", "write { site: …, type: … }"
        )
        return nil
      }
      let record = Record(pairs, line: line, file: origin.file, diagnostics: diagnostics)
      let item = Row(
        record: record, format: PurchaseFields.item, prefix: "radars[\(number + 1)].", diagnostics: diagnostics)
      item.checkKeys()
      return self.item(item, sites, types)
    }
  }
}
