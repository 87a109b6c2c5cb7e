import Geodesy
import Radar
import Response
import Scenario
import Units

extension Decoder {
  /// Sites, with the radars that stand there.
  func sites(_ types: Index<RadarType>) -> Index<Scenario.Site> {
    typealias F = SiteFields
    return decode("sites", id: { $0.required(F.id) }) { row, id in
      let position = row.position()
      let elevation = row.elevation(F.elevation)
      let radar = types.resolve(F.radar, of: row, "radar type", required: false)
      let antennaHeight = row.optional(F.antennaHeight)
      let antennaAltitude = row.optional(F.antennaAltitude)
      let tilt = row.optional(F.tilt) ?? .zero
      let blindSectors = row.optional(F.blindSectors) ?? []
      let source = row.optional(F.elevationSource)
      if source == .surveyed, !row.has(F.elevation) {
        row.report(
          .missing, F.elevation, "is missing, though it is said to be surveyed", "state it, or take elevation_is away")
      }
      let scale = row.optional(F.rangeScale)
      let mask = horizonMask(F.horizonMask, of: row)
      guard let position else { return nil }
      var site = Scenario.Site(
        id: id, name: row.optional(F.name) ?? id, position: position, elevation: elevation, radar: radar,
        antennaHeight: antennaHeight, tilt: tilt, blindSectors: blindSectors, isSurveyed: source == .surveyed,
        antennaAltitude: antennaAltitude)
      site.rangeScale = scale ?? 1
      site.horizonMask = mask ?? HorizonMask()
      site.system = row.optional(F.system)
      return site
    }
  }

  /// The mask of a site, with a warning where parts of it overlap.
  private func horizonMask(_ field: Field<HorizonMask>, of row: Row) -> HorizonMask? {
    guard let mask = row.optional(field) else { return nil }
    if let (one, other) = mask.overlap {
      row.warn(
        .duplicate, field, "states \(one.text) and \(other.text), which overlap: there the higher elevation holds",
        "state each azimuth once, as atalaya fit does")
    }
    return mask
  }

  /// The same sites as they were measured.
  func overriding(_ sites: Index<Scenario.Site>) -> Index<Scenario.Site> {
    typealias F = SiteOverrideFields
    let overrides: Index<(id: String, height: Length?, scale: Double?, mask: HorizonMask?)> = decode(
      "site_overrides", id: { $0.required(F.site) }
    ) { row, id in
      let site = sites.resolve(F.site, of: row, "site")
      let (height, scale) = (row.optional(F.antennaHeight), row.optional(F.rangeScale))
      let mask = horizonMask(F.horizonMask, of: row)
      guard site != nil else { return nil }
      if height == nil, scale == nil, mask == nil, !row.has(F.antennaHeight), !row.has(F.rangeScale) {
        row.warn(
          .incomplete, F.site, "“\(id)” is overridden in nothing", "state what was measured, or take the row away")
      }
      return (id, height, scale, mask)
    }
    var sites = sites
    sites.values = sites.values.map { site in
      guard let measured = overrides.byID[site.id] else { return site }
      var site = site
      if let height = measured.height {
        // A surveyed altitude is that of the mast as it was stated, and moves with it.
        let old = site.antennaHeight ?? site.radar?.antennaHeight
        if let altitude = site.antennaAltitude, let old { site.antennaAltitude = altitude + height - old }
        site.antennaHeight = height
      }
      site.rangeScale = measured.scale ?? site.rangeScale
      site.horizonMask = measured.mask ?? site.horizonMask
      site.isOverridden = true
      return site
    }
    for site in sites.values { sites.byID[site.id] = site }
    return sites
  }

  /// Bases.
  func bases() -> Index<Base> {
    typealias F = BaseFields
    return decode("bases", id: { $0.required(F.id) }) { row, id in
      let position = row.position()
      let elevation = row.elevation(F.elevation)
      let runway = row.optional(F.runway)
      let hasFuel = row.optional(F.fuel) ?? false
      guard let position else { return nil }
      var base = Base(id: id, name: row.optional(F.name) ?? id, position: position, elevation: elevation)
      base.runway = runway
      base.hasFuel = hasFuel
      return base
    }
  }

  /// Strips.
  func strips() -> Index<Strip> {
    typealias F = StripFields
    return decode("strips", id: { $0.required(F.id) }) { row, id in
      let position = row.position()
      let elevation = row.elevation(F.elevation)
      let length = row.optional(F.length)
      let approximate = row.optional(F.approximate) ?? false
      guard let position else { return nil }
      return Strip(
        id: id, name: row.optional(F.name) ?? id, position: position, elevation: elevation, length: length,
        isApproximate: approximate)
    }
  }

  /// Assets at their bases.
  func assets(
    _ bases: Index<Base>, _ aircraft: Index<Aircraft>, _ handOverPlaces: Index<StopPlace>
  ) -> Index<Asset> {
    typealias F = AssetFields
    func id(_ row: Row) -> String? {
      if row.has(F.id) { return row.optional(F.id) }
      guard let base = row.rawText(F.base), let aircraft = row.rawText(F.aircraft) else {
        // Reports the one that is missing; the row cannot be named without it.
        _ = (row.required(F.base), row.required(F.aircraft))
        return nil
      }
      return "\(base)/\(aircraft)"
    }
    return decode("assets", id: id) { row, id in
      let base = bases.resolve(F.base, of: row, "base")
      let aircraft = aircraft.resolve(F.aircraft, of: row, "aircraft")
      let count = row.optional(F.count) ?? 1
      let day = row.optional(F.readinessDay)
      let night = row.optional(F.readinessNight)
      let turnRound = row.optional(F.turnRound) ?? .zero
      let flyable = flyable(row)
      let handOver = handOver(row, handOverPlaces, bases)
      if !row.has(F.readinessDay), !row.has(F.readinessNight) {
        row.report(
          .missing, F.readinessDay, "is missing", "state readiness_day, readiness_night or both, as in 15 min")
      } else if let day, let night, day == nil, night == nil {
        row.report(.range, F.readinessDay, "is none by day and by night", "at least one of them must be a duration")
      } else if day == .some(nil), !row.has(F.readinessNight) {
        row.report(.missing, F.readinessNight, "is missing", "with no readiness by day it must be a duration")
      } else if night == .some(nil), !row.has(F.readinessDay) {
        row.report(.missing, F.readinessDay, "is missing", "with no readiness by night it must be a duration")
      } else if !row.has(F.readinessNight) {
        row.warn(
          .incomplete, F.readinessNight, "is missing: “\(id)” does not fly by night", "write none, or a duration")
      } else if !row.has(F.readinessDay) {
        row.warn(.incomplete, F.readinessDay, "is missing: “\(id)” does not fly by day", "write none, or a duration")
      }
      guard let base, let aircraft else { return nil }
      var asset = Asset(
        id: id, base: base, aircraft: aircraft, count: count, readinessByDay: day ?? nil, readinessByNight: night ?? nil
      )
      asset.turnRound = turnRound
      if !handOver.isEmpty { asset.support = MissionSupport(handOver: handOver) }
      (asset.flyableByDay, asset.flyableByNight, asset.minima) = flyable
      return asset
    }
  }
}
