import Coverage
import Interception
import Radar
import Response
import Scenario
import Terrain
import Units

/// What the reader of a plan has to bear in mind.
enum PlanWarnings {
  /// Limits of the models first, then what this scenario leaves in doubt; every line once.
  static func all(
    of scenario: Scenario, parts: Plan.Parts, network: SmoothEarthCoverage, coverage: CoverageSummary,
    terrain: PlanTerrain?,
    tracks: [FlightTrack]
  ) -> [PlanWarning] {
    var lines =
      !parts.looks ? [] : terrain.map { over($0, network.stations, tracks) } ?? smooth(scenario, network, parts)
    if !parts.isDisjoint(with: [.responses, .flights]) {
      lines.append(
        scenario.routing != nil
          ? PlanWarning(
            .routedFlight,
            "responses fly the fastest routes that were found over the terrain; turns take no time, and meetings in flight are straight"
          )
          : scenario.wind?.isCalm ?? true
            ? PlanWarning(.straightFlight, "responses fly straight and in still air")
            : PlanWarning(.straightFlightInWind, "responses fly straight, in the wind of the scenario"))
    }
    if parts.looks, network.stations.isEmpty {
      lines.append(PlanWarning(.noRadar, "the network has no radar: nothing is seen"))
    }
    lines += blind(scenario, network, coverage)
    lines += scenario.warnings.map { PlanWarning($0) }
    var seen: Set<String> = []
    return lines.filter { seen.insert($0.text).inserted }
  }

  private static func smooth(
    _ scenario: Scenario, _ network: SmoothEarthCoverage, _ parts: Plan.Parts
  ) -> [PlanWarning] {
    var lines = [
      PlanWarning(
        .smoothEarth, naming: [scenario.groundElevation.heightText],
        "coverage, warnings and meetings are for a smooth Earth with its ground at \(scenario.groundElevation.heightText) "
          + "above sea level, and estimates: over real terrain mountains hide more, and high ground shows more"
          + (scenario.terrainSource == nil ? " (atalaya terrain fetch gets terrain)" : ""))
    ]
    let low = SmoothGround.below(network.stations, in: scenario)
    if !low.isEmpty {
      let sites = low.map(\.id).joined(separator: ", ")
      lines.append(
        PlanWarning(
          .lowSites, at: FaultPlace(subject: sites), naming: [sites],
          "sites below the smooth ground count as standing on it, higher than they are: \(sites)"))
    }
    // Purchases are compared by what their radars see: theirs count as well.
    let bought = parts.contains(.purchases) ? scenario.purchases.flatMap { scenario.stations(adding: $0) } : []
    var seen: Set<String> = []
    let stations = (network.stations + bought).filter { seen.insert($0.id).inserted }
    let high = SmoothGround.above(stations, in: scenario)
    if !high.isEmpty {
      let sites = high.map { "\($0.station.id) \($0.height.heightText)" }.joined(separator: ", ")
      lines.append(
        PlanWarning(
          .highSites, at: FaultPlace(subject: high.map(\.station.id).joined(separator: ", ")), naming: [sites],
          "\(SmoothGround.warning): \(sites)"))
    }
    return lines
  }

  /// Radars that see the coverage target at none of the altitude bands.
  private static func blind(
    _ scenario: Scenario, _ network: SmoothEarthCoverage, _ coverage: CoverageSummary
  ) -> [PlanWarning] {
    let bands = coverage.bands
    guard !bands.isEmpty else { return [] }
    return network.stations.indices.compactMap { index in
      let station = network.stations[index]
      // What the system sees is its first station's.
      guard !station.isMember else { return nil }
      // That its kind of radar cannot see such a target is said with the network.
      let isDeaf = !coverage.target.isDetectable(by: station.type.kind)
      let seesNothing = isDeaf ? station.isBlindAllRound : bands.allSatisfy { $0.ringAreas[index] == .zero }
      guard seesNothing else { return nil }
      let heights = bands.map { $0.height.heightText }.joined(separator: ", ")
      let why =
        coverage.isOverTerrain && !station.isBlindAllRound
        ? "the terrain hides everything or is unknown, or its ranges, beam and tilt leave nothing"
        : "check its blind sectors, minimum and detection range, beam and tilt"
      return PlanWarning(
        .blindRadar, at: FaultPlace(subject: station.id), naming: [station.id, heights],
        "the radar \(station.id) sees nothing at any altitude band (\(heights) above ground): \(why)")
    }
  }

  private static func over(
    _ terrain: PlanTerrain, _ stations: [RadarStation], _ tracks: [FlightTrack]
  ) -> [PlanWarning] {
    var lines = [
      PlanWarning(SightScope(of: stations, hasCover: terrain.coverage.region.terrain.cover != nil))
    ]
    lines += terrain.coverage.warnings.map { PlanWarning($0) }
    func list(_ code: PlanWarning.Code, _ text: String, _ what: KeyPath<FlightPath, Length>) {
      let flights = tracks.compactMap { track in
        let length = track.inbound[keyPath: what] + track.outbound[keyPath: what]
        return length > .zero ? (id: track.flight.id, length: length.text) : nil
      }
      guard !flights.isEmpty else { return }
      let named = flights.map { "\($0.id) (\($0.length))" }.joined(separator: ", ")
      lines.append(
        PlanWarning(
          code, at: FaultPlace(subject: flights.map(\.id).joined(separator: ", ")), naming: [named],
          "\(text): \(named)"))
    }
    list(
      .belowTerrain, "stated altitudes lie below the terrain and count as at the ground", \.lengthBelowGround)
    list(.unknownTerrain, "flights over unknown terrain", \.lengthOverUnknown)
    return lines
  }
}
