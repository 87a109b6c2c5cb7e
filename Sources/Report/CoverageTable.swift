internal import Coverage
internal import Radar
public import Scenario
internal import Units

extension Plan {
  /// What each radar and the network see, band by band: first the rings over a smooth Earth with the area that each radar
  /// sees, then the areas seen by at least 1, 2, 3 radars, and with a region of interest what is seen of it. Areas are over
  /// terrain where `area_model` says so.
  public var coverageTable: ReportTable { coverageTable(heights: nil) }

  /// The same for some altitude bands alone.
  /// - Parameter heights: Heights in whole metres above ground; nil for every band of the scenario.
  public func coverageTable(heights: [Int]?) -> ReportTable {
    let bands = coverage.bands.filter { band in heights?.contains(Int(band.height.metres.rounded())) ?? true }
    var table = ReportTable([
      .shown("scope", "seen by"),
      .shown("height_agl_m", "height", "m AGL"),
      .shown("station", "radar"),
      .fileOnly("station_name"),
      .shown("radar_type", "type"),
      .fileOnly("kind"),
      .shown("antenna_height_m", "antenna", "m"),
      .shown("inner_radius_km", "from", "km", decimals: 3, console: 1),
      .shown("outer_radius_km", "to", "km", decimals: 3, console: 1),
      .shown("limit", "limited by"),
      .shown("seen_by_at_least", "radars", "at least"),
      .shown("area_km2", "area", "km²", decimals: 2),
      .fileOnly("unknown_km2"),
      .shown("region_share_percent", "of region", "%", decimals: 2, console: 1),
      .fileOnly("area_model"),
    ])
    let model = terrain == nil ? "smooth_earth" : "terrain"
    for band in bands {
      for (index, ring) in band.rings.enumerated() {
        let station = network.stations[index]
        table.append([
          .text("radar"), .number(band.height.metres), .text(station.id), .text(station.name), .text(station.type.id),
          .text(station.type.kind.rawValue), .number(network.antennaHeight(of: station).metres),
          .number(ring.innerRadius.kilometres), .number(ring.outerRadius.kilometres), .text(ring.limit.rawValue),
          .empty, .number(band.ringAreas[index].squareKilometres), .empty, .empty, .text(model),
        ])
      }
    }
    for band in bands {
      for (index, area) in band.areaSeenByAtLeast.enumerated() {
        table.append([
          .text("network"), .number(band.height.metres), .empty, .empty, .empty, .empty, .empty, .empty, .empty, .empty,
          .integer(index + 1), .number(area.squareKilometres),
          index == 0 ? band.unknownArea.map { .number($0.squareKilometres) } ?? .empty : .empty, .empty, .text(model),
        ])
      }
      let whole = coverage.interestArea?.squareKilometres ?? 0
      for (index, area) in (band.interest?.areaSeenByAtLeast ?? []).enumerated() {
        table.append([
          .text("region"), .number(band.height.metres), .empty, .empty, .empty, .empty, .empty, .empty, .empty, .empty,
          .integer(index + 1), .number(area.squareKilometres),
          index == 0 ? .optional(band.interest?.unknownArea?.squareKilometres) : .empty,
          whole > 0 ? .number(min(area.squareKilometres / whole, 1) * 100) : .empty, .text(model),
        ])
      }
    }
    return table
  }
}
