public import Units

/// What something costs, as a range: public prices of radars differ by factors.
public struct PriceRange: Sendable, Hashable {
  /// The lowest price seen.
  public var low: Money
  /// The price to plan with.
  public var base: Money
  /// The highest price seen.
  public var high: Money

  /// A price range; all three in one currency.
  public init(low: Money, base: Money, high: Money) {
    self.low = low
    self.base = base
    self.high = high
  }
}
