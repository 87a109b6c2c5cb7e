public import Coverage
public import Radar
public import Scenario
internal import Units

/// A radar that could be bought for a site, or that a plan to compare with buys for one.
public struct SiteOption: Sendable, Hashable {
  /// Where it would stand.
  public var site: Scenario.Site
  /// What it would be.
  public var type: RadarType
  /// What it costs; nil for a radar of a plan that has no price.
  public var price: PriceRange?
  /// Whether a list may choose it; otherwise it is a plan's only.
  public var isOnOffer: Bool
  /// The transmitters whose echoes a passive sensor receives; none for other kinds.
  public var illuminators: [Illuminator]

  /// A radar for a site.
  /// - Parameter illuminators: Those of the scenario.
  init(
    site: Scenario.Site, type: RadarType, price: PriceRange?, isOnOffer: Bool = true, illuminators: [Illuminator] = []
  ) {
    self.illuminators = type.kind.rule.arrangement == .illuminators ? illuminators : []
    self.site = site
    self.type = type
    self.price = price
    self.isOnOffer = isOnOffer
  }

  /// Site and type: `pichari/saber-m60`.
  public var id: String { "\(site.id)/\(type.id)" }
  /// The radar as it would stand.
  public var station: RadarStation {
    var station = site.station(with: type)
    // The mast of the radar that stands there today is not the new one's.
    if site.radar != nil { (station.antennaHeight, station.antennaAltitude) = (type.antennaHeight, nil) }
    return illuminators.partnered([station])[0]
  }
}

extension Scenario {
  /// Every radar type with a price on every site without a radar, by site and then type, in the order of the scenario; without
  /// types whose stations see only together.
  public var siteOptions: [SiteOption] {
    sites.filter { $0.radar == nil }.flatMap { site in
      radarTypes.filter { $0.price != nil && $0.kind.rule.arrangement != .stations }.map {
        SiteOption(site: site, type: $0, price: $0.price, illuminators: illuminators)
      }
    }
  }

  /// The options, then what some plans buy besides them: on sites that are taken, of types without a price, or a second
  /// radar on a site.
  func siteOptions(with plans: [Purchase]) -> (options: [SiteOption], plans: [[Int]]) {
    var options = siteOptions
    var places: [[Int]] = []
    for plan in plans {
      var chosen: [Int] = []
      for item in plan.items {
        let known = options.indices.first { index in
          options[index].site == item.site && options[index].type == item.type && !chosen.contains(index)
        }
        chosen.append(known ?? options.count)
        if known == nil {
          options.append(
            SiteOption(
              site: item.site, type: item.type, price: item.type.price, isOnOffer: false, illuminators: illuminators))
        }
      }
      places.append(chosen)
    }
    return (options, places)
  }

  /// Every radar type with a price on every site without an existing or purchased radar.
  public func siteOptions(besides purchase: Purchase?) -> [SiteOption] {
    let taken = Set(purchase?.items.map(\.site.id) ?? [])
    return siteOptions.filter { !taken.contains($0.site.id) }
  }
}
