import Coverage
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// Four radars about a smooth ground at 500 m: 300 m below it, level with it, 20 m and 503 m above it.
private let sites = """
  atalaya: 1
  name: Sites
  ground_elevation: 500 m
  layers:
    radar_types:
      - { id: r, kind: primary, instrumented_range: 50 km, detection_range: 50 km, reference_rcs: 1 m², antenna_height: 20 m }
    sites:
      - { id: low, position: "-11, -75", elevation: 200 m, radar: r }
      - { id: level, position: "-11, -74", elevation: 500 m, radar: r }
      - { id: mast, position: "-11, -73", elevation: 520 m, radar: r }
      - { id: town, position: "-11, -72", elevation: 1003 m, radar: r }
      - { id: unstated, position: "-11, -71", radar: r }
  """

@Suite struct SmoothGroundTests {
  @Test func `sites above and below a smooth ground are told apart, and how high a tower each is`() throws {
    let folder = try Scratch(["scenario.yaml": sites])
    defer { withExtendedLifetime(folder) {} }
    let scenario = try Scenario.load(folder: folder.path)
    let stations = scenario.existingStations
    #expect(SmoothGround.below(stations, in: scenario).map(\.id) == ["low"])
    let above = SmoothGround.above(stations, in: scenario)
    // What a mast amounts to is no tower.
    #expect(above.map(\.station.id) == ["town"] && above.map(\.height) == [.metres(503)])
  }

  @Test func `a plan warns of both by name`() async throws {
    let folder = try Scratch(["scenario.yaml": sites])
    defer { withExtendedLifetime(folder) {} }
    let scenario = try Scenario.load(folder: folder.path)
    let warnings = try await Plan.run(scenario, parts: .coverage).warnings
    let high = try #require(warnings.first { $0.code == .highSites })
    #expect(high.text.hasSuffix(": town 503 m") && high.place.subject == "town")
    #expect(warnings.first { $0.code == .lowSites }?.text.hasSuffix(": low") == true)
  }
}
