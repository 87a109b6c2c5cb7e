internal import Coverage
public import Response

extension Scenario {
  /// The scenario with a purchase made: its radars exist, and its measures are taken and no longer available.
  ///
  /// Further purchases come on top of it. A radar on a site that already had one gets a site of its own, with the id of its
  /// station (``stations(adding:)``).
  public func taking(_ purchase: Purchase) -> Scenario {
    var scenario = self
    let bought = stations(adding: purchase).dropFirst(existingStations.count)
    for (station, item) in zip(bought, purchase.items) {
      if station.id == item.site.id, let place = scenario.sites.firstIndex(where: { $0.id == station.id }) {
        scenario.sites[place].radar = item.type
      } else {
        var site = item.site
        (site.id, site.radar) = (station.id, item.type)
        (site.antennaHeight, site.antennaAltitude) = (station.antennaHeight, station.antennaAltitude)
        scenario.sites.append(site)
      }
    }
    scenario.assets = assets(taking: purchase.measures)
    scenario.measures.removeAll { measure in purchase.measures.contains { $0.id == measure.id } }
    return scenario
  }

  /// The assets with some measures taken, in the order of the scenario, then of the measures.
  public func assets(taking measures: [Measure]) -> [Asset] {
    var assets = assets
    for measure in measures {
      switch measure.change {
      case .alert(let asset): assets.append(asset)
      case .readiness(let id, let day, let night):
        for index in assets.indices where assets[index].id == id {
          assets[index].readinessByDay = Self.sooner(assets[index].readinessByDay, day)
          assets[index].readinessByNight = Self.sooner(assets[index].readinessByNight, night)
        }
      }
    }
    return assets
  }

  /// The sooner of two readinesses; nil means that it does not fly.
  private static func sooner(_ a: Duration?, _ b: Duration?) -> Duration? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }
}
