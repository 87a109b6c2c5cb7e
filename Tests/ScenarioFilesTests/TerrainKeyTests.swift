import Coverage
import Foundation
import Geodesy
import Planning
import Scenario
import ScenarioFiles
import ScenarioSupport
import Terrain
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"

/// Four cells of half a degree around 0.5° N, 10.5° E, and their system.
private let tile = [
  "dem/a.asc":
    "ncols 2\nnrows 2\nxllcorner 10\nyllcorner 0\ncellsize 0.5\nNODATA_value -9999\n1 2\n3 4\n",
  "dem/a.prj":
    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
]

/// Reads a scenario with a folder `dem` of one tile.
private func scenario(_ yaml: String, opensTerrain: Bool = true) throws(ScenarioError) -> Scenario {
  do {
    let folder = try Scratch(["scenario.yaml": head + yaml])
    try FileManager.default.createDirectory(atPath: folder.path("dem"), withIntermediateDirectories: true)
    for (name, text) in tile { try folder.file(name, text) }
    return try Scenario.load(folder: folder.path, opensTerrain: opensTerrain)
  } catch let error as ScenarioError { throw error } catch { fatalError("\(error)") }
}

private func problems(_ yaml: String) -> [ScenarioProblem] {
  do throws(ScenarioError) {
    _ = try scenario(yaml)
    return []
  } catch { return error.problems }
}

@Suite struct TerrainKeyTests {
  @Test(arguments: [
    "terrain: dem\n", "terrain: dem/a.asc\n", "terrain: [dem/a.asc]\n", "terrain: { path: dem }\n",
    "terrain:\n  path: [dem]\n  missing: unknown\n",
  ])
  func `a file, a folder, a list and keys name the same terrain`(_ yaml: String) throws {
    let scenario = try scenario(yaml)
    #expect(scenario.terrain?.tiles.count == 1)
    #expect(scenario.terrain?.missing == .unknown)
    #expect(scenario.terrainSource?.paths.first?.hasPrefix("dem") == true)
  }

  @Test func `missing tiles can be the sea`() throws {
    #expect(try scenario("terrain: { path: dem, missing: sea }\n").terrain?.missing == .sea)
  }

  @Test func `no key is no terrain, and the summary says which command gets it`() async throws {
    let scenario = try scenario("")
    #expect(scenario.terrain == nil && scenario.terrainSource == nil)
    let plan = try await Plan.run(scenario)
    #expect(plan.warnings.map(\.text).contains { $0.contains("atalaya terrain fetch") })
  }

  @Test func `an absent folder is an error that names the command to get it, and can be passed over`() throws {
    let problem = try #require(problems("terrain: tiles\n").first)
    #expect((problem.code, problem.line, problem.field) == (.file, 3, "terrain"))
    #expect(problem.problem == "“tiles” is not there" && problem.remedy?.contains("atalaya terrain fetch") == true)
    let unopened = try scenario("terrain: tiles\n", opensTerrain: false)
    #expect(unopened.terrain == nil && unopened.terrainSource?.paths == ["tiles"])
    #expect(unopened.terrainSource?.resolvedPaths.first?.hasSuffix("/tiles") == true)
  }

  @Test func `what is no terrain is refused with its line`() {
    #expect(problems("terrain: scenario.yaml\n").first?.problem.contains("cannot be read as a raster") == true)
    #expect(problems("terrain: { paths: dem }\n").contains { $0.field == "terrain.paths" && $0.code == .unknownField })
    #expect(problems("terrain: { missing: sea }\n").map(\.field) == ["terrain.path"])
    #expect(problems("terrain: { path: dem, missing: ocean }\n").map(\.field) == ["terrain.missing"])
    #expect(problems("terrain: [[dem]]\n").map(\.field) == ["terrain"])
    #expect(problems("terrain: []\n").map(\.field) == ["terrain"])
  }

  @Test func `places outside the terrain are warned of, unless it is the sea there`() throws {
    let sites =
      "layers:\n  sites:\n    - { id: in, position: \"0.5, 10.5\" }\n    - { id: out, position: \"1.2, 10.5\" }\n"
    func warning(_ terrain: String) throws -> ScenarioProblem? {
      try scenario(terrain + sites).warnings.first { $0.problem.contains("outside the terrain") }
    }
    #expect(try warning("terrain: dem\n")?.problem == "1 of 2 places lie outside the terrain: site “out”")
    #expect(try warning("terrain: { path: dem, missing: sea }\n") == nil)
  }

  @Test func `an elevation that is not the terrain's is warned of, of an approximate place when it is far off`() throws
  {
    // In the middle of the four cells the terrain has (1 + 2 + 3 + 4) / 4 = 2.5 m.
    let layers = """
      terrain: dem
      layers:
        sites:
          - { id: right, position: "0.5, 10.5", elevation: 102 m }
          - { id: wrong, position: "0.5, 10.52", elevation: 103 m }
        strips:
          - { id: rough, position: "0.5, 10.48", elevation: 302 m, approximate: yes }
          - { id: off, position: "0.5, 10.48", elevation: 595 m, approximate: yes }
          - { id: exact, position: "0.5, 10.48", elevation: 104 m }
        bases: [{ id: base, position: "0.5, 10.47", elevation: 300 m }]

      """
    let warnings = try scenario(layers).warnings.filter { $0.field == "elevation" }
    #expect(warnings.compactMap(\.line) == [7, 10, 11, 12])
    #expect(
      warnings.first { $0.line == 7 }?.problem == "the site “wrong” states 103 m, the terrain has 3 m there")
    // What is off by more than the terrain's error, and less than that, is named in one warning.
    #expect(warnings.filter { $0.line == nil }.map { $0.problem.contains("“right” 102 m, terrain 2 m") } == [true])
  }

  @Test func `keys say what the sea, voids and heights are`() throws {
    let reading = try scenario("terrain: { path: dem, sea: surface, voids: sea, heights: ft }\n").terrain?.reading
    #expect(reading == TerrainReading(sea: .surface, voids: .sea, heights: .feet))
    #expect(try scenario("terrain: { path: dem }\n").terrain?.reading == TerrainReading())
    for (key, field) in [
      ("sea: yes", "terrain.sea"), ("voids: 0", "terrain.voids"), ("heights: km", "terrain.heights"),
    ] {
      #expect(problems("terrain: { path: dem, \(key) }\n").map(\.field) == [field])
    }
  }

  @Test func `a surveyed elevation wins over the terrain, and needs to be stated`() throws {
    let head = """
      terrain: dem
      layers:
        radar_types:
          - { id: r, name: R, kind: primary, instrumented_range: 50 km, detection_range: 50 km, reference_rcs: 1 m2,
              antenna_height: 10 m }
        sites:

      """
    let site = "{ id: s, radar: r, position: \"0.5, 10.5\", "
    let surveyed = try scenario(head + "    - \(site)elevation: 50 m, elevation_is: surveyed }\n")
    #expect(surveyed.existingStations.map(\.antenna) == [.aboveSeaLevel(.metres(60))])
    let plain = try scenario(head + "    - \(site)elevation: 50 m }\n")
    #expect(plain.existingStations.map(\.antenna) == [.aboveGround(.metres(10))])
    #expect(problems(head + "    - \(site)elevation_is: surveyed }\n").map(\.field) == ["elevation"])
  }

  @Test func `points of a route below the terrain are warned of`() throws {
    let route =
      "terrain: dem\nlayers:\n  routes:\n    - { id: low, points: [{ position: \"0.5, 10.4\", altitude: 0 m AMSL }, "
      + "{ position: \"0.5, 10.5\", altitude: 100 m AMSL }] }\n"
    let scenario = try scenario(route)
    #expect(
      scenario.warnings.contains {
        $0.problem.contains("1 point of the route “low” lies below the terrain, point 1 by")
      })
    #expect(scenario.routeCount == 1)
  }
}
