import Coverage
import Interception
import Radar
import Response
import Scenario
import Units

/// What the reader of a plan has to bear in mind.
enum PlanWarnings {
  /// Limits of the models first, then what this scenario leaves in doubt; every line once.
  static func all(
    of scenario: Scenario, parts: Plan.Parts, network: SmoothEarthCoverage, coverage: CoverageSummary,
    terrain: PlanTerrain?,
    tracks: [FlightTrack]
  ) -> [String] {
    var lines = !parts.looks ? [] : terrain.map { over($0, tracks) } ?? smooth(scenario, network)
    if !parts.isDisjoint(with: [.responses, .flights]) { lines.append("responses fly straight and in still air") }
    if parts.looks, network.stations.isEmpty { lines.append("the network has no radar: nothing is seen") }
    lines += blind(scenario, network, coverage)
    lines += scenario.warnings.map(\.description)
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  private static func smooth(_ scenario: Scenario, _ network: SmoothEarthCoverage) -> [String] {
    var lines = [
      "coverage, warnings and meetings are for a smooth Earth with its ground at \(scenario.groundElevation.heightText) "
        + "above sea level, and estimates: over real terrain mountains hide more, and high ground shows more"
        + (scenario.terrainSource == nil ? " (atalaya terrain fetch gets terrain)" : "")
    ]
    let low = network.stations.filter { ($0.groundElevation ?? scenario.groundElevation) < scenario.groundElevation }
    if !low.isEmpty {
      lines.append(
        "sites below the smooth ground count as standing on it, higher than they are: \(low.map(\.id).joined(separator: ", "))"
      )
    }
    return lines
  }

  /// Radars that see the coverage target at none of the altitude bands.
  private static func blind(
    _ scenario: Scenario, _ network: SmoothEarthCoverage, _ coverage: CoverageSummary
  ) -> [String] {
    let bands = coverage.bands
    guard !bands.isEmpty else { return [] }
    return network.stations.indices.compactMap { index in
      let station = network.stations[index]
      // That its kind of radar cannot see such a target is said with the network.
      let isDeaf = !coverage.target.isDetectable(by: station.type.kind)
      let seesNothing = isDeaf ? station.isBlindAllRound : bands.allSatisfy { $0.ringAreas[index] == .zero }
      guard seesNothing else { return nil }
      let heights = bands.map { $0.height.heightText }.joined(separator: ", ")
      let why =
        coverage.isOverTerrain && !station.isBlindAllRound
        ? "the terrain hides everything or is unknown, or its ranges, beam and tilt leave nothing"
        : "check its blind sectors, minimum and detection range, beam and tilt"
      return "the radar \(station.id) sees nothing at any altitude band (\(heights) above ground): \(why)"
    }
  }

  private static func over(_ terrain: PlanTerrain, _ tracks: [FlightTrack]) -> [String] {
    var lines = [
      "coverage, warnings and meetings are for the line of sight over the terrain, without diffraction, clutter and "
        + "vegetation; what is unknown counts as not seen"
    ]
    lines += terrain.coverage.notes
    func list(_ what: KeyPath<FlightPath, Length>) -> String {
      tracks.compactMap { track in
        let length = track.inbound[keyPath: what] + track.outbound[keyPath: what]
        return length > .zero ? "\(track.flight.id) (\(length.text))" : nil
      }.joined(separator: ", ")
    }
    let below = list(\.lengthBelowGround)
    if !below.isEmpty {
      lines.append("stated altitudes lie below the terrain and count as at the ground: \(below)")
    }
    let unknown = list(\.lengthOverUnknown)
    if !unknown.isEmpty { lines.append("flights over unknown terrain: \(unknown)") }
    return lines
  }
}
