import Coverage
import Response
import Units

/// What the reader of a plan has to bear in mind.
enum PlanWarnings {
  /// Limits of the models first, then what this scenario leaves in doubt; every line once.
  static func all(of scenario: Scenario, network: SmoothEarthCoverage) -> [String] {
    var lines = [
      "coverage, warnings and meetings are for a smooth Earth with its ground at \(scenario.groundElevation.heightText) "
        + "above sea level: over real terrain they are upper bounds"
        + (scenario.terrainSource == nil ? " (atalaya terrain fetch SCENARIO gets terrain)" : ""),
      "responses fly straight and in still air",
    ]
    if network.stations.isEmpty { lines.append("the network has no radar: nothing is seen") }
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
    lines += scenario.warnings.map(\.description)
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }
}
