public import Radar
public import Units

/// Which of a range of prices counts.
public enum PricePart: String, Sendable, Hashable, CaseIterable {
  /// The lowest price seen.
  case low
  /// The price to plan with.
  case base
  /// The highest price seen.
  case high

  /// That price of a range.
  public func price(of range: PriceRange) -> Money {
    switch self {
    case .low: range.low
    case .base: range.base
    case .high: range.high
    }
  }
}
