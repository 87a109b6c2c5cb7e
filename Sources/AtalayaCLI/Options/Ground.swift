import ArgumentParser
import Atalaya

/// Terrain that a command reads: some named on the command line, or a scenario's own.
struct Ground {
  var terrain: Terrain
  /// The scenario that names places and layers; nil for none.
  var scenario: Scenario?

  /// Reads it.
  /// - Parameters:
  ///   - dem: Rasters, or folders of tiles; none for the scenario's own terrain.
  ///   - reading: How the rasters are read, where neither they nor the scenario say.
  ///   - options: What stands on the ground, instead of the scenario's.
  init(
    scenario path: String?, dem: [String], _ reading: TerrainReadingOptions, covered options: GroundOptions? = nil,
    isQuiet: Bool
  ) throws {
    do {
      scenario = try path.map { try Scenario.load(folder: $0, opensTerrain: dem.isEmpty) }
      if dem.isEmpty {
        guard let own = scenario?.terrain else {
          let name = path ?? ""
          throw Console.failure(
            "the scenario \(name) names no terrain: name some with --dem, or get it: atalaya terrain fetch \(name)")
        }
        terrain = own
      } else {
        terrain = try Terrain.open(
          dem,
          reading: try reading.reading(
            or: scenario?.terrainSource?.reading ?? TerrainReading(), model: try options?.heightsAre?.get())
        ).covered(by: scenario?.groundCover)
      }
      if let options { terrain = try options.covered(terrain) }
    } catch let error as ExitCode {
      throw error
    } catch let error as ScenarioError {
      throw Console.failure(error)
    } catch { throw Console.failure(error) }
    Console.warn(terrain.warnings, unless: isQuiet)
  }
}

extension Scenario {
  /// What is wrong with an option that needs terrain, where a scenario has none.
  func needingTerrain(_ option: String) -> String {
    "\(option) needs terrain, and the scenario names none: \(fetchCommand) gets it"
  }
}
