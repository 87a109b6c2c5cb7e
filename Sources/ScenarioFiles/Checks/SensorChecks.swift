import Coverage
import Geodesy
import Radar
import Scenario
import Units

/// What stands in the way of sensors that see only together with others.
struct SensorChecks {
  let scenario: Scenario
  let types: Index<RadarType>
  let sites: Index<Scenario.Site>
  let illuminators: Index<Illuminator>
  /// scenario.yaml, for what belongs to no row.
  let origin: Origin
  let hasTerrain: Bool
  let diagnostics: Diagnostics

  func run() {
    checkNeeds()
    checkDirectSignals()
    checkSystemNames()
    if diagnostics.errorCount == 0 { checkSystems() }
  }

  /// Whether a site or a purchase has a sensor of the type. What only the catalogue has, and what may be bought, needs nothing.
  private func isUsed(_ type: RadarType) -> Bool {
    scenario.sites.contains { $0.radar == type }
      || scenario.purchases.contains { $0.items.contains { $0.type == type } }
  }

  private func checkNeeds() {
    for (type, place) in zip(types.values, types.origins) {
      let rule = type.kind.rule
      if rule.arrangement != .alone, !hasTerrain, isUsed(type) {
        diagnostics.error(
          .missing, at: origin, field: "terrain",
          "is missing: what \(rule.name) sees (“\(type.id)”) is computed over terrain only",
          "name a terrain model, or take the type away")
      }
      if rule.arrangement == .illuminators, scenario.illuminators.isEmpty, isUsed(type) {
        diagnostics.error(
          .missing, at: origin, field: "layers.illuminators",
          "is missing: “\(type.id)” is \(rule.name) and sees nothing without illuminators",
          "list the transmitters whose echoes it receives, with altitude, eirp and frequency")
      }
      if rule.arrangement == .illuminators, type.price != nil, !isUsed(type),
        scenario.illuminators.isEmpty || !hasTerrain
      {
        diagnostics.warning(
          .incomplete, at: place, field: "kind",
          "atalaya place cannot weigh “\(type.id)”: \(rule.name) sees nothing without "
            + (hasTerrain ? "illuminators" : "terrain"),
          hasTerrain ? "list the transmitters whose echoes it receives in layers.illuminators" : "name a terrain model")
      }
      if rule.arrangement != .alone, scenario.detection != nil, isUsed(type) || type.price != nil {
        diagnostics.warning(
          .incomplete, at: place, field: "kind",
          "looks do not count for \(rule.name): “\(type.id)” detects what is in its view",
          "its figures are to be read without the probabilities of detection")
      }
      if rule.arrangement == .stations, type.price != nil {
        diagnostics.warning(
          .incomplete, at: place, field: "price",
          "atalaya place does not offer “\(type.id)”: its stations see only together",
          "list them in purchases, and compare those with atalaya plan")
      }
    }
    if !scenario.illuminators.isEmpty,
      !scenario.radarTypes.contains(where: { $0.kind.rule.arrangement == .illuminators }),
      let first = illuminators.origins.first
    {
      diagnostics.warning(
        .incomplete, at: first, field: "illuminators", "serve no sensor: the scenario has no type of the kind passive",
        "they are not used")
    }
  }

  /// Illuminators on a receiver: the direct signal hides every echo, and there is no baseline.
  private func checkDirectSignals() {
    let bought = scenario.purchases.flatMap(\.items).filter { $0.type.kind.rule.arrangement == .illuminators }
    for (site, place) in zip(sites.values, sites.origins) {
      guard site.radar?.kind.rule.arrangement == .illuminators || bought.contains(where: { $0.site.id == site.id })
      else {
        continue
      }
      for illuminator in scenario.illuminators {
        let distance = Ellipsoid.wgs84.distance(from: site.position, to: illuminator.position)
        guard distance < Illuminator.nearest else { continue }
        diagnostics.error(
          .position, at: place, field: "position",
          "“\(site.id)” stands \(distance.heightText) from the illuminator “\(illuminator.id)”, whose direct signal hides every echo",
          "move the receiver \(Illuminator.nearest.heightText) away or more, or leave the illuminator out")
      }
    }
  }

  /// Names of systems at sites of radars that see alone.
  private func checkSystemNames() {
    let bought = scenario.purchases.flatMap(\.items)
    for (site, place) in zip(sites.values, sites.origins) {
      guard let system = site.system, let radar = site.radar, radar.kind.rule.arrangement != .stations,
        !bought.contains(where: { $0.site.id == site.id && $0.type.kind.rule.arrangement == .stations })
      else { continue }
      diagnostics.warning(
        .value, at: place, field: "system",
        "“\(system)” says nothing of \(radar.kind.rule.name): “\(radar.id)” at “\(site.id)” sees alone",
        "it belongs to multilateration stations; take it away")
    }
  }

  /// Systems with fewer stations than have to hear a target.
  private func checkSystems() {
    for purchase in [nil] + scenario.purchases.map(Optional.some) {
      for station in scenario.stations(adding: purchase) {
        guard case .stations(let all) = station.partners, all.count < station.type.neededStations else { continue }
        // What is short today is short in the purchases that leave it so, and said once.
        if purchase != nil, scenario.existingStations.contains(station) { continue }
        diagnostics.warning(
          .incomplete, at: origin, field: purchase == nil ? "layers.sites" : "layers.purchases",
          "the system of “\(station.id)”\(purchase.map { " with “\($0.id)”" } ?? "") has \(all.count) "
            + "station\(all.count == 1 ? "" : "s"), and \(station.type.neededStations) have to hear a target",
          "it sees nothing; add stations, or name the same system at their sites")
      }
    }
  }
}
