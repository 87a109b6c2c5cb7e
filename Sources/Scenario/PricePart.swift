public import Radar
public import Units

/// Which price of a range to use.
public enum PricePart: String, Sendable, Hashable, CaseIterable {
  /// The lowest price seen.
  case low
  /// The price to plan with.
  case base
  /// The highest price seen.
  case high

  /// The price of a range that it stands for.
  public func price(of range: PriceRange) -> Money {
    switch self {
    case .low: range.low
    case .base: range.base
    case .high: range.high
    }
  }
}
