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

private let head = """
  atalaya: 1
  name: Test
  terrain: dem.asc

  """

private let dem =
  "ncols 3\nnrows 3\nxllcorner 10\nyllcorner 0\ncellsize 0.5\nNODATA_value -9999\n24 24 24\n24 24 24\n24 24 24\n"
private let system =
  "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"

private let radarLayers = """
  layers:
    radar_types:
      - { id: t, kind: primary, instrumented_range_km: 60, detection_range_km: 60, reference_rcs: 1 m², antenna_height_m: 10 }
    sites:
      - { id: old, latitude: 0.75, longitude: 10.75, radar: t%@ }
      - { id: free, latitude: 0.8, longitude: 10.8 }
    bases:
      - { id: b, latitude: 0.7, longitude: 10.7 }
    strips:
      - { id: s, latitude: 0.6, longitude: 10.6 }

  """

private func layers(_ site: String = "") -> String { radarLayers.replacing("%@", with: site) }

private func scenario(_ yaml: String, _ files: [String: String] = [:]) throws -> Scenario {
  let scratch = try Scratch(["scenario.yaml": head + yaml, "dem.asc": dem, "dem.prj": system].merging(files) { $1 })
  return try Scenario.load(folder: scratch.path)
}

private func faults(_ yaml: String, _ files: [String: String] = [:]) throws -> [String] {
  do {
    _ = try scenario(yaml, files)
    return []
  } catch let error as ScenarioError { return error.problems.map { "\($0)" } }
}

@Suite struct GroundCoverKeyTests {
  @Test(arguments: ["ground_cover: 25 m\n", "ground_cover: { height: 25 m }\n", "ground_cover: { height_m: 25 }\n"])
  func `a length and keys state one height, and the clearing is a default that is told`(_ yaml: String) throws {
    let scenario = try scenario(yaml + layers())
    let cover = try #require(scenario.groundCover)
    #expect(cover.height == .metres(25) && cover.clearing == .kilometres(1))
    #expect(scenario.terrain?.cover == cover)
    #expect(scenario.defaultedSettings.contains("ground_cover.clearing"))
    // Today's radar, the base and the strip; not a site without a radar.
    #expect(cover.clearings.map(\.latitudeDegrees) == [0.75, 0.7, 0.6])
    #expect(scenario.warnings.contains { "\($0)".contains("surface model is unknown") })
  }

  @Test func `without the key and its layer the ground is bare`() throws {
    let scenario = try scenario(layers())
    #expect(scenario.groundCover == nil && scenario.terrain?.cover == nil)
    #expect(!scenario.defaultedSettings.contains("ground_cover.clearing"))
  }

  @Test func `what the terrain holds is stated, and warned of`() throws {
    func warnings(_ model: String) throws -> [String] {
      let text = "ground_cover: 25 m\n" + layers()
      let folder = try Scratch([
        "scenario.yaml": "atalaya: 1\nname: T\nterrain: { path: dem.asc, model: \(model) }\n" + text, "dem.asc": dem,
        "dem.prj": system,
      ])
      return try Scenario.load(folder: folder.path).warnings.map { "\($0)" }.filter { $0.contains("ground_cover") }
    }
    #expect(try warnings("bare").isEmpty)
    #expect(try warnings("surface").contains { $0.contains("is not added") })
    #expect(try warnings("partial").contains { $0.contains("40 %") })
  }

  @Test func `areas come from a layer of polygons with a height`() throws {
    let geojson = """
      { "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "height_m": 30 },
        "geometry": { "type": "Polygon", "coordinates": [[[10,0],[10.5,0],[10.5,1],[10,1],[10,0]]] } } ] }
      """
    let yaml = layers() + "  ground_cover: cover.geojson\n"
    let scenario = try scenario(yaml, ["cover.geojson": geojson])
    #expect(scenario.groundCover?.areas.map(\.height) == [.metres(30)])
    #expect(scenario.groundCover?.height == .zero)
    #expect(
      try faults(yaml, ["cover.geojson": geojson.replacing("height_m", with: "h")]).contains { $0.contains("height") }
    )
    let point = geojson.replacing(
      "\"Polygon\", \"coordinates\": [[[10,0],[10.5,0],[10.5,1],[10,1],[10,0]]]",
      with: "\"Point\", \"coordinates\": [10,0]")
    #expect(try faults(yaml, ["cover.geojson": point]).contains { $0.contains("is not a polygon") })
  }

  @Test func `a raster is named from the scenario’s folder, and leaves what it does not say unknown`() throws {
    let files = ["chm.asc": dem.replacing("24", with: "12"), "chm.prj": system]
    let scenario = try scenario("ground_cover: { raster: chm.asc }\n" + layers(), files)
    #expect(scenario.groundCover?.raster != nil && scenario.groundCover?.height == nil)
    #expect(try faults("ground_cover: { raster: none.tif }\n" + layers()).contains { $0.contains("is not there") })
    let bare = files.filter { $0.key != "chm.prj" }
    #expect(
      try faults("ground_cover: { raster: chm.asc }\n" + layers(), bare).contains { $0.contains("coordinate system") }
    )
  }

  @Test(arguments: [
    "ground_cover: 25\n", "ground_cover: { height: -1 m }\n", "ground_cover: { clearing: 11 km }\n",
    "ground_cover: { tree: 25 m }\n", "ground_cover: [25 m]\n", "ground_cover: { sea: wet }\n",
  ])
  func `what is wrong is an error that names the key`(_ yaml: String) throws {
    let found = try faults(yaml + layers())
    #expect(!found.isEmpty && found.allSatisfy { $0.contains("ground_cover") })
  }

  @Test func `an antenna’s altitude is read, wins over the site’s elevation and ends the comparison`() throws {
    let stated = try scenario(layers(", elevation_m: 34"))
    #expect(stated.warnings.contains { "\($0)".contains("“old” 34 m, terrain 24 m") })
    let surveyed = try scenario(layers(", elevation_m: 34, antenna_altitude_m: 46"))
    #expect(surveyed.existingStations[0].antenna == .aboveSeaLevel(.metres(46)))
    #expect(!surveyed.warnings.contains { "\($0)".contains("terrain 24 m") })
    // Within the terrain's own error nothing is said.
    #expect(try !scenario(layers(", elevation_m: 30")).warnings.contains { "\($0)".contains("terrain 24 m") })
    // A stated error is the one that counts, and is named.
    func stating(_ error: String) throws -> [String] {
      let terrain = "terrain: { path: dem.asc, error: \(error) }\n"
      let scratch = try Scratch([
        "scenario.yaml": head.replacing("terrain: dem.asc\n", with: terrain) + layers(", elevation_m: 34"),
        "dem.asc": dem,
        "dem.prj": system,
      ])
      defer { withExtendedLifetime(scratch) {} }
      return try Scenario.load(folder: scratch.path).warnings.map { "\($0)" }.filter { $0.contains("terrain 24 m") }
    }
    #expect(try stating("10 m").isEmpty)
    let off = try stating("5 m")
    #expect(off.count == 1 && off[0].contains("its error of 5 m (terrain: error)"), "\(off)")
    // A new radar there has a mast of its own.
    let radar = try #require(stated.existingStations.first)
    #expect(radar.antennaAltitude == nil)
  }

  /// A raster of the height that a function gives at each of 40 × 40 cells over the terrain.
  private func raster(_ height: (Int) -> Int) -> String {
    let rows = (0..<40).map { row in (0..<40).map { "\(height(row * 40 + $0))" }.joined(separator: " ") }
    return
      "ncols 40\nnrows 40\nxllcorner 10\nyllcorner 0\ncellsize 0.0375\nNODATA_value -9999\n"
      + rows.joined(separator: "\n")
      + "\n"
  }

  private func covered(_ height: (Int) -> Int) throws -> (faults: [String], warnings: [ScenarioProblem]) {
    let files = ["chm.asc": raster(height), "chm.prj": system]
    let yaml = "ground_cover: { raster: chm.asc }\n" + layers()
    let faults = try faults(yaml, files)
    return (faults, faults.isEmpty ? try scenario(yaml, files).warnings : [])
  }

  @Test func `terrain named as a raster of cover is an error that says what to state`() throws {
    // Slopes from 200 m to 1800 m.
    let found = try covered { 200 + $0 }.faults
    #expect(found.count == 1 && found[0].contains("ground_cover.raster"), "\(found)")
    #expect(found[0].contains("heights of terrain") && found[0].contains("less the bare ground"))
    // The terrain's own file, whose heights are those of a low plain.
    let own = try faults("ground_cover: { raster: dem.asc }\n" + layers())
    #expect(own.count == 1 && own[0].contains("is the terrain itself"), "\(own)")
  }

  @Test func `hills in a raster of cover are a warning, trees and a tower are none`() throws {
    // One cell in forty is higher than any tree.
    let hills = try covered { $0 % 40 == 0 ? 300 : 20 }
    #expect(hills.faults.isEmpty)
    let warning = try #require(hills.warnings.first { $0.field == "ground_cover.raster" })
    #expect(warning.problem.contains("2.5 % of it higher than any tree"), "\(warning)")
    for height in [{ (cell: Int) in cell % 40 }, { $0 == 777 ? 200 : 30 }, { _ in 0 }, { _ in -9999 }] {
      let found = try covered(height)
      #expect(found.faults.isEmpty && found.warnings.allSatisfy { $0.field != "ground_cover.raster" }, "\(found)")
    }
  }
}
