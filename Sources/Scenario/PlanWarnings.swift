import Coverage
import Interception
import Response
import Units

/// What the reader of a plan has to bear in mind.
enum PlanWarnings {
  /// Limits of the models first, then what this scenario leaves in doubt; every line once.
  static func all(
    of scenario: Scenario, network: SmoothEarthCoverage, terrain: PlanTerrain?, tracks: [FlightTrack]
  ) -> [String] {
    var lines = terrain.map { over($0, tracks) } ?? smooth(scenario, network)
    lines.append("responses fly straight and in still air")
    if network.stations.isEmpty { lines.append("the network has no radar: nothing is seen") }
    lines += scenario.warnings.map(\.description)
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  private static func smooth(_ scenario: Scenario, _ network: SmoothEarthCoverage) -> [String] {
    var lines = [
      "coverage, warnings and meetings are for a smooth Earth with its ground at \(scenario.groundElevation.heightText) "
        + "above sea level: over real terrain they are upper bounds"
        + (scenario.terrainSource == nil ? " (atalaya terrain fetch gets terrain)" : "")
    ]
    let low = network.stations.filter { ($0.groundElevation ?? scenario.groundElevation) < scenario.groundElevation }
    if !low.isEmpty {
      lines.append(
        "sites below the smooth ground count as standing on it: \(low.map(\.id).joined(separator: ", "))")
    }
    let partial = network.stations.filter { !$0.blindSectors.isEmpty }
    if !partial.isEmpty {
      lines.append(
        "areas and rings leave blind sectors out: \(partial.map(\.id).joined(separator: ", ")); flights heed them")
    }
    return lines
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
