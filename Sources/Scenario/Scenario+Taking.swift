internal import Coverage

extension Scenario {
  /// The scenario with a purchase made: its radars stand, its measures are taken and on offer no more.
  ///
  /// What is bought next is bought on top of it. A radar on a site that had one is on a site of its own, with the key of its
  /// station (``stations(adding:)``).
  public func taking(_ purchase: Purchase) -> Scenario {
    var scenario = self
    let bought = stations(adding: purchase).dropFirst(existingStations.count)
    for (station, item) in zip(bought, purchase.items) {
      if station.id == item.site.id, let place = scenario.sites.firstIndex(where: { $0.id == station.id }) {
        scenario.sites[place].radar = item.type
      } else {
        var site = item.site
        (site.id, site.radar, site.antennaHeight) = (station.id, item.type, station.antennaHeight)
        scenario.sites.append(site)
      }
    }
    scenario.assets = assets(taking: purchase.measures)
    scenario.measures.removeAll { measure in purchase.measures.contains { $0.id == measure.id } }
    return scenario
  }

  /// Every radar type with a price on every site without a radar, today's and those of a purchase.
  public func siteOptions(besides purchase: Purchase?) -> [SiteOption] {
    let taken = Set(purchase?.items.map(\.site.id) ?? [])
    return siteOptions.filter { !taken.contains($0.site.id) }
  }
}
