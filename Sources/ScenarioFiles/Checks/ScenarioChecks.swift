import Coverage
import Geodesy
import Interception
import Radar
import Response
import Scenario
import Terrain
import Units

/// What a planner should look at in a scenario that is sound by itself.
struct ScenarioChecks {
  let scenario: Scenario
  let sites: Index<Scenario.Site>
  let bases: Index<Base>
  /// Places to refuel and to hand over.
  let stops: (refuelling: Index<StopPlace>, handOver: Index<StopPlace>)
  let strips: Index<Strip>
  let aircraft: Index<Aircraft>
  let routes: Index<Route>
  let flights: Index<Flight>
  let terrain: Terrain?
  /// The key of the terrain in scenario.yaml.
  let terrainOrigin: Origin
  /// scenario.yaml, for what belongs to no row.
  let origin: Origin
  let diagnostics: Diagnostics

  /// Reports everything that is doubtful.
  func run() {
    func places<Value>(
      _ kind: String, _ index: Index<Value>, _ id: KeyPath<Value, String>, _ at: KeyPath<Value, Position>
    )
      -> [PlaceChecks.Place]
    {
      zip(index.values, index.origins).map {
        PlaceChecks.Place(kind: kind, id: $0[keyPath: id], position: $0[keyPath: at], origin: $1)
      }
    }
    PlaceChecks(
      places: places("site", sites, \.id, \.position) + places("base", bases, \.id, \.position)
        + places("strip", strips, \.id, \.position),
      routePoints: routes.values.flatMap { route in
        route.points.map { PlaceChecks.Place(kind: "route", id: route.id, position: $0.position, origin: $0.origin) }
      }, diagnostics: diagnostics
    ).run()
    // A layer can be empty because its rows are wrong, which has been said.
    if diagnostics.errorCount == 0 { checkPresence() }
    checkEndurance()
    checkAltitudes()
    checkBlindSectors()
    checkApproximations()
    checkTerrain()
  }

  private func checkTerrain() {
    guard let terrain, diagnostics.errorCount == 0 else { return }
    let all =
      zip(sites.values, sites.origins).map {
        ElevationChecks.Place(
          kind: "site", id: $0.id, position: $0.position, elevation: $0.elevation, isSurveyed: $0.isSurveyed,
          hasAntennaAltitude: $0.antennaAltitude != nil, origin: $1)
      }
      + zip(bases.values, bases.origins).map {
        ElevationChecks.Place(kind: "base", id: $0.id, position: $0.position, elevation: $0.elevation, origin: $1)
      }
      + zip(strips.values, strips.origins).map {
        ElevationChecks.Place(
          kind: "strip", id: $0.id, position: $0.position, elevation: $0.elevation, isApproximate: $0.isApproximate,
          origin: $1)
      }
      + [("refuelling place", stops.refuelling), ("hand-over place", stops.handOver)].flatMap { kind, index in
        zip(index.values, index.origins).map {
          ElevationChecks.Place(
            kind: kind, id: $0.id, position: $0.position, elevation: $0.elevation, origin: $1)
        }
      }
    let error = scenario.doubt?.terrainError
    ElevationChecks(
      terrain: terrain, statedError: error == .zero ? nil : error, places: all, origin: terrainOrigin,
      diagnostics: diagnostics
    ).run()
    checkWaypoints(terrain)
  }

  /// Points of routes that are stated to lie below the ground of the terrain.
  private func checkWaypoints(_ terrain: Terrain) {
    for route in routes.values {
      var lowest: (depth: Length, number: Int)?
      var count = 0
      guard let grounds = try? terrain.elevations(at: route.points.map(\.position)) else { return }
      for (index, (point, ground)) in zip(route.points, grounds).enumerated() {
        guard case .aboveSeaLevel(let altitude) = point.altitude, let ground, altitude < ground - .metres(1) else {
          continue
        }
        count += 1
        if ground - altitude > lowest?.depth ?? .zero { lowest = (ground - altitude, index + 1) }
      }
      guard let lowest else { continue }
      diagnostics.warning(
        .range, at: route.points[lowest.number - 1].origin, field: "altitude",
        "\(count) point\(count == 1 ? "" : "s") of the route “\(route.id)” lie\(count == 1 ? "s" : "") below the terrain, point "
          + "\(lowest.number) by \(lowest.depth.heightText)",
        "aircraft are taken to fly at the ground there; is AGL meant?")
    }
  }

  private func checkPresence() {
    func warn(_ layer: String, _ what: String, _ consequence: String) {
      diagnostics.warning(.incomplete, at: origin, field: "layers.\(layer)", what, consequence)
    }
    if scenario.existingStations.isEmpty {
      warn("sites", "no site has a radar", "nothing is seen, unless by the radars of a purchase")
    }
    if scenario.bases.isEmpty {
      warn("bases", "there are no bases", "no response can be planned")
    } else if scenario.assets.isEmpty {
      warn("assets", "there are no assets at the bases", "no response can be planned")
    }
    if scenario.strips.isEmpty { warn("strips", "there are no strips", "there is no place to reach") }
    if scenario.flights.isEmpty { warn("flights", "there are no flights", "no windows can be computed") }
  }

  private func checkEndurance() {
    let used = Set(scenario.assets.map(\.aircraft.id))
    for (aircraft, origin) in zip(aircraft.values, aircraft.origins)
    where aircraft.endurance == nil && used.contains(aircraft.id) {
      diagnostics.warning(
        .incomplete, at: origin, field: "endurance", "the endurance of “\(aircraft.id)” is unknown",
        "nothing is out of its reach; state endurance or range")
    }
  }

  private func checkAltitudes() {
    let ground = scenario.groundElevation
    for (flight, origin) in zip(flights.values, flights.origins) {
      let under = (flight.inbound + flight.outbound).compactMap { waypoint -> Length? in
        guard case .aboveSeaLevel(let altitude) = waypoint.altitude, altitude < ground else { return nil }
        return altitude
      }
      guard let lowest = under.min() else { continue }
      diagnostics.warning(
        .range, at: origin, field: "altitude",
        "“\(flight.id)” flies at \(lowest.heightText) AMSL, below the ground elevation of \(ground.heightText)",
        "it is taken to fly at the ground; is AGL meant?")
    }
  }

  private func checkBlindSectors() {
    for (site, origin) in zip(sites.values, sites.origins) {
      guard let type = site.radar, site.station(with: type).isBlindAllRound else { continue }
      diagnostics.warning(
        .range, at: origin, field: "blind_sectors",
        "the blind sectors of “\(site.id)” leave no azimuth in which it sees",
        "are they the sectors in which it does see?")
    }
  }

  private func checkApproximations() {
    let approximate = zip(strips.values, strips.origins).filter(\.0.isApproximate)
    guard let first = approximate.first else { return }
    let names = approximate.prefix(6).map { "“\($0.0.id)”" }.joined(separator: ", ")
    diagnostics.warning(
      .incomplete, at: Origin(file: first.1.file), field: "approximate",
      "\(approximate.count) of \(strips.values.count) strips have approximate positions: \(names)"
        + (approximate.count > 6 ? " …" : ""), "times to them are no better than their positions")
  }
}
