internal import Coverage
public import Planning
internal import Radar
internal import Scenario
internal import Units

extension Plan {
  /// What each radar and the network see, band by band: first how far each radar sees and the area, then the areas seen by at
  /// least 1, 2, 3 radars, and with a region of interest what is seen of it.
  ///
  /// Over a smooth Earth a radar sees from its inner to its outer radius, less its blind sectors. Over terrain the outer
  /// radius is that of the farthest place that it sees, half of the azimuths reach no farther than the median, and much that
  /// is nearer may be hidden: the area counts what is seen. `area_model` says which it is.
  public var coverageTable: ReportTable { coverageTable(heights: nil) }

  /// The same for some altitude bands only.
  /// - Parameter heights: Heights in whole metres above ground; nil for every band of the scenario.
  public func coverageTable(heights: [Int]?) -> ReportTable {
    let bands = coverage.bands.filter { band in heights?.contains(Int(band.height.metres.rounded())) ?? true }
    var table = ReportTable([
      .shown("scope", "seen by"),
      .shown("height_agl_m", "height", "m AGL"),
      .shown("altitude_amsl_m", "altitude", "m AMSL"),
      .shown("station", "radar"),
      .fileOnly("station_name"),
      .shown("radar_type", "type"),
      .fileOnly("kind"),
      .shown("antenna_height_m", "antenna", "m AGL"),
      .fileOnly("antenna_amsl_m"),
      terrain == nil
        ? .shown("inner_radius_km", "from", "km", decimals: 3, console: 1) : .fileOnly("inner_radius_km", decimals: 3),
      .shown("outer_radius_km", "to", "km", decimals: 3, console: 1),
      terrain == nil
        ? .fileOnly("median_radius_km", decimals: 3)
        : .shown("median_radius_km", "median", "km", decimals: 3, console: 1),
      .shown("limit", "limited by"),
      .shown("seen_by_at_least", "radars", "at least"),
      .shown("area_km2", "area", "km²", decimals: 2),
      .fileOnly("unknown_km2"),
      .shown("region_share_percent", "of region", "%", decimals: 2, console: 1),
      .fileOnly("area_model"),
    ])
    let model = terrain == nil ? "smooth_earth" : "terrain"
    for band in bands {
      for index in band.rings.indices {
        let station = network.stations[index]
        let sight = RadarSight(band, index, station)
        table.append([
          .text("radar"), .number(band.height.metres), .empty, .text(station.id), .text(station.name),
          .text(station.type.id),
          .text(station.type.kind.rawValue), .number(station.antennaHeight.metres),
          .optional(antennaAltitude(of: station)?.metres), .optional(sight.inner?.kilometres),
          .number(sight.outer.kilometres), .optional(sight.median?.kilometres), .text(sight.limit), .empty,
          .number(band.ringAreas[index].squareKilometres), .empty, .empty, .text(model),
        ])
      }
    }
    let whole = coverage.interestArea?.squareKilometres ?? 0
    func add(
      _ scope: String, _ height: Length?, _ altitude: Length?, _ areas: [Area], _ unknown: Area?, ofRegion: Bool
    ) {
      for (index, area) in areas.enumerated() {
        table.append([
          .text(scope), .optional(height?.metres), .optional(altitude?.metres), .empty, .empty, .empty, .empty, .empty,
          .empty, .empty, .empty, .empty, .empty, .integer(index + 1), .number(area.squareKilometres),
          index == 0 ? .optional(unknown?.squareKilometres) : .empty,
          ofRegion && whole > 0 ? .number(min(area.squareKilometres / whole, 1) * 100) : .empty, .text(model),
        ])
      }
    }
    for band in bands {
      add("network", band.height, nil, band.areaSeenByAtLeast, band.unknownArea, ofRegion: false)
      if let part = band.interest {
        add("region", band.height, nil, part.areaSeenByAtLeast, part.unknownArea, ofRegion: true)
      }
    }
    for level in heights == nil ? coverage.levels : [] {
      add("network", nil, level.altitude, level.areaSeenByAtLeast, level.unknownArea, ofRegion: false)
      if let part = level.interest {
        add("region", nil, level.altitude, part.areaSeenByAtLeast, part.unknownArea, ofRegion: true)
      }
    }
    return table
  }

  /// Altitude of a station's antenna above mean sea level: over the terrain where there is some, else over the stated
  /// elevation of its site; nil where neither is known.
  private func antennaAltitude(of station: RadarStation) -> Length? {
    terrain.map { $0.antennaAltitude(of: station) } ?? station.groundElevation.map { $0 + station.antennaHeight }
  }
}
