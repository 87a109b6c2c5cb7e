public import Coverage
public import Radar
public import Units

/// A radar that could be bought for a site.
public struct SiteOption: Sendable, Hashable {
  /// Where it would stand.
  public var site: Scenario.Site
  /// What it would be.
  public var type: RadarType
  /// What it costs.
  public var price: PriceRange

  /// A radar for a site.
  public init(site: Scenario.Site, type: RadarType, price: PriceRange) {
    self.site = site
    self.type = type
    self.price = price
  }

  /// Site and type: `pichari/saber-m60`.
  public var id: String { "\(site.id)/\(type.id)" }
  /// The radar as it would stand.
  public var station: RadarStation { site.station(with: type) }
}

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

extension Scenario {
  /// Every radar type with a price on every site without a radar, by site and then type, in the order of the scenario.
  public var siteOptions: [SiteOption] {
    sites.filter { $0.radar == nil }.flatMap { site in
      radarTypes.compactMap { type in type.price.map { SiteOption(site: site, type: type, price: $0) } }
    }
  }
}
