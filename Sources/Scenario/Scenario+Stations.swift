public import Coverage
internal import Radar

extension Scenario {
  /// The existing radars.
  public var existingStations: [RadarStation] { illuminators.partnered(standing) }

  /// The existing radars, each on its own.
  private var standing: [RadarStation] { sites.compactMap { site in site.radar.map { site.station(with: $0) } } }

  /// The existing radars, then those that a purchase adds, with unique ids.
  ///
  /// The id of a station is that of its site; where a site would carry several radars, later ones append their type, as in
  /// `iberia/saber-m60`.
  public func stations(adding purchase: Purchase?) -> [RadarStation] {
    var stations = standing
    var used = Set(stations.map(\.id))
    for item in purchase?.items ?? [] {
      var station = item.site.station(with: item.type)
      // The mast of the radar that stands there today is not the new one's.
      if item.site.radar != nil {
        (station.antennaHeight, station.antennaAltitude) = (item.type.antennaHeight, nil)
        // Nor is what was measured of its range.
        if item.type.id != item.site.radar?.id { station.rangeScale = 1 }
      }
      if used.contains(station.id) { station.id += "/\(item.type.id)" }
      let key = station.id
      var number = 2
      while used.contains(station.id) {
        station.id = "\(key)/\(number)"
        number += 1
      }
      used.insert(station.id)
      stations.append(station)
    }
    return illuminators.partnered(stations)
  }

  /// The network of the existing radars, or with a purchase.
  public func network(adding purchase: Purchase?) -> SmoothEarthCoverage {
    SmoothEarthCoverage(
      stations: stations(adding: purchase), groundElevation: groundElevation,
      earth: EffectiveEarth(k: effectiveEarthFactor))
  }
}
