public import Radar
internal import Units

extension Scenario.Purchase {
  /// The price of the whole list, measures included; nil when an item has no price.
  public var price: PriceRange? {
    let prices = items.compactMap(\.type.price)
    guard prices.count == items.count,
      let currency = prices.first?.base.currency ?? measures.first?.cost.currency
    else { return nil }
    let more = measures.reduce(0) { $0 + $1.cost.amount }
    func sum(_ part: (PriceRange) -> Money) -> Money {
      Money(prices.reduce(more) { $0 + part($1).amount }, currency)
    }
    return PriceRange(low: sum(\.low), base: sum(\.base), high: sum(\.high))
  }
}
