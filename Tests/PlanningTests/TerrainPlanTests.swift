import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// A scenario whose flights come from the east, and a terrain from 76.3° to 73.5° W around it.
private func scenario(
  _ scratch: Scratch, hasTerrain: Bool = true, _ height: (_ row: Int, _ column: Int) -> Float
) throws -> Scenario {
  let frame = GridFrame(
    columns: 281, rows: 151, firstX: -76.3, firstY: -11.25, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
  var cells: [Float] = []
  for row in 0..<151 { for column in 0..<281 { cells.append(height(row, column)) } }
  try RasterWriter.write(
    Grid(frame: frame, cells: cells), to: scratch.path("terrain.tif"), options: .init(noData: .nan))
  try scratch.file(
    "scenario.yaml",
    """
    atalaya: 1
    name: Test
    ground_elevation: 500 m
    altitude_bands: [150 m, 1500 m]
    \(hasTerrain ? "terrain: terrain.tif" : "")
    layers:
      radar_types:
        - { id: t, kind: primary, instrumented_range: 70 km, detection_range: 70 km, reference_rcs: 1 m², antenna_height: 30 m }
      sites:
        - { id: west, position: "-12, -75.5", elevation: 500 m, radar: t }
        - { id: east, position: "-12.1, -74.4", elevation: 500 m }
      purchases:
        - { id: more, radars: [{ site: east, type: t }] }
      aircraft:
        - { id: c, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
        - { id: h, kind: helicopter, cruise: 220 km/h }
      bases:
        - { id: b, position: "-12.1, -75.4", elevation: 500 m }
      assets:
        - { base: b, aircraft: h, readiness_day: 5 min, readiness_night: 5 min }
      strips:
        - { id: s, position: "-12.05, -75.2", elevation: 500 m }
      routes:
        - { id: r, points: ["-12.0, -74.2", "-12.05, -75.2"] }
      flights:
        - { id: f, aircraft: c, strip: s, inbound: r, altitude: 400 m AGL, ground_time: 40 min, landing: "10:00" }
    """)
  return try Scenario.load(folder: scratch.path)
}

/// Flat, with a wall of 3000 m from north to south between the strip and the origin of the flights, at 75.0° W.
private func wall(_ row: Int, _ column: Int) -> Float { column == 130 ? 3000 : 500 }

/// The scenario with a region of interest: the part of the Earth east of the radar, and west of the edge of the terrain.
private func withRegion(_ scratch: Scratch, hasTerrain: Bool) throws -> Scenario {
  _ = try scenario(scratch, hasTerrain: hasTerrain) { _, _ in 500 }
  try scratch.file(
    "region.csv",
    """
    name,WKT
    east,"POLYGON ((-75.5 -13, -73.6 -13, -73.6 -11, -75.5 -11, -75.5 -13))"
    inner,"POLYGON ((-75 -12.5, -74 -12.5, -74 -11.5, -75 -11.5, -75 -12.5))"
    """)
  let path = scratch.path("scenario.yaml")
  let text = try String(contentsOfFile: path, encoding: .utf8)
  try text.replacingOccurrences(of: "layers:\n", with: "layers:\n  region: region.csv\n").write(
    toFile: path, atomically: true, encoding: .utf8)
  return try Scenario.load(folder: scratch.path)
}

@Suite struct TerrainPlanTests {
  @Test func `the warning of sight says what counts in the plan at hand`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    _ = try scenario(scratch) { _, _ in 500 }
    let plain = try String(contentsOfFile: scratch.path("scenario.yaml"), encoding: .utf8)
    func warning(_ yaml: String) async throws -> String? {
      try scratch.file("scenario.yaml", yaml)
      let plan = try await Plan.run(try Scenario.load(folder: scratch.path), parts: .coverage)
      return plan.warnings.first { [.lineOfSight, .diffraction].contains($0.code) }?.text
    }
    let ending = "; what is unknown counts as not seen"
    let start = "coverage, warnings and meetings are for the line of sight over the terrain"
    #expect(try await warning(plain) == start + ", without diffraction, clutter and vegetation" + ending)
    // One radar states its frequency, and another does not; trees stand on the ground.
    let soft =
      plain.replacing("antenna_height: 30 m }", with: "antenna_height: 30 m, frequency: 1.3 GHz }")
      .replacing(
        "sites:",
        with:
          "  - { id: u, kind: primary, instrumented_range: 9 km, detection_range: 9 km, reference_rcs: 1 m², antenna_height: 30 m }\n  sites:"
      ).replacing(
        "elevation: 500 m }\n  purchases",
        with: "elevation: 500 m, radar: u }\n    - { id: free, position: \"-12.1, -74.5\" }\n  purchases"
      )
      .replacing("site: east, type: t", with: "site: free, type: t")
      .replacing("layers:", with: "ground_cover: 10 m\ndetection: { diffraction: yes }\nlayers:")
    #expect(
      try await warning(soft) == start
        + " and what stands on it, with diffraction at the edges of shadows (not for east), without clutter and scattering"
        + ending)
  }

  @Test func `what is seen of the region of interest is told, over terrain as over a smooth Earth`() async throws {
    let (a, b) = (try Scratch(), try Scratch())
    let smooth = try await Plan.run(try withRegion(a, hasTerrain: false))
    let terrain = try await Plan.run(try withRegion(b, hasTerrain: true))
    let whole = try #require(smooth.coverage.interestArea)
    #expect(terrain.coverage.interestArea == whole)
    for (height, band) in smooth.coverage.bands.enumerated() {
      let seen = try #require(band.interest).areaSeenByAtLeast[0]
      // The meridian of the western edge halves the circle of the radar that stands on it; the other edges are beyond it.
      #expect(abs(seen / band.areaSeenByAtLeast[0] - 0.5) < 2e-4)
      let over = try #require(terrain.coverage.bands[height].interest)
      // The edge lies on a column of posts, whose cells count whole: half a post of 1.09 km along 2 × 46 km (150 m) or
      // 2 × 70 km (1500 m) of it is 1.5 % and 1.0 % of the halves; the Earth's radius in the azimuth makes 0.6 % more.
      #expect(abs(over.areaSeenByAtLeast[0] / seen - 1) < 0.025, "\(over.areaSeenByAtLeast[0] / seen)")
      #expect(over.unknownArea == .zero)
    }
    // With the purchase more of it is seen, and no more than there is.
    let bought = try #require(terrain.options[1].coverage.bands[1].interest).areaSeenByAtLeast[0]
    #expect(bought > terrain.coverage.bands[1].interest!.areaSeenByAtLeast[0] && bought <= whole)
  }

  @Test func `over ground of one level an altitude sees what the height above that ground sees`() async throws {
    for hasTerrain in [false, true] {
      let scratch = try Scratch()
      var scenario = try withRegion(scratch, hasTerrain: hasTerrain)
      // Ground at 500 m: the bands of 150 m and 1500 m above it, and an altitude below it.
      scenario.altitudes = [.metres(400), .metres(650), .metres(2000)]
      let coverage = try await Plan.run(scenario).coverage
      #expect(coverage.levels.map(\.altitude) == scenario.altitudes)
      #expect(coverage.levels[0].areaSeenByAtLeast == [.zero, .zero, .zero])
      for (level, band) in zip(coverage.levels.dropFirst(), coverage.bands) {
        #expect(level.areaSeenByAtLeast == band.areaSeenByAtLeast && level.areaSeenByAtLeast[0] > .zero)
        #expect(level.unknownArea == band.unknownArea && level.interest == band.interest && level.interest != nil)
      }
    }
  }

  @Test func `a region of points is refused with its row`() throws {
    let scratch = try Scratch()
    _ = try withRegion(scratch, hasTerrain: false)
    try scratch.file("region.csv", "name,WKT\nplace,POINT (-75 -12)\n")
    let error = #expect(throws: ScenarioError.self) { try Scenario.load(folder: scratch.path) }
    #expect(error?.problems.contains { "\($0)".contains("region.csv") && "\($0)".contains("polygon") } == true)
  }

  @Test func `over flat terrain a plan is that of a smooth Earth`() async throws {
    let (a, b) = (try Scratch(), try Scratch())
    let flat = try await Plan.run(try scenario(a) { _, _ in 500 })
    let smooth = try await Plan.run(try scenario(b, hasTerrain: false) { _, _ in 500 })
    #expect(flat.coverage.isOverTerrain && !smooth.coverage.isOverTerrain)
    for (option, reference) in zip(flat.options, smooth.options) {
      for (band, other) in zip(option.coverage.bands, reference.coverage.bands) {
        #expect(band.rings == other.rings && band.unknownArea == .zero)
        for count in 0..<2 {
          // The radius of the Earth is within 0.6 % of the mean, and so is an area up to the horizon; an overlap of a few
          // posts' width is known to their area, 1.2 km².
          let difference = (band.areaSeenByAtLeast[count] - other.areaSeenByAtLeast[count]).squareKilometres
          #expect(abs(difference) < 0.006 * other.areaSeenByAtLeast[count].squareKilometres + 15)
        }
      }
      #expect(option.outcome.perDayByVerdict == reference.outcome.perDayByVerdict)
    }
    let (seen, reference) = (flat.flights[0].timeline, smooth.flights[0].timeline)
    // Half a post of the way, 550 m at 240 km/h, and a horizon of 100 km within 0.3 %.
    let difference = try #require(seen.warning) - #require(reference.warning)
    #expect(abs(difference.inSeconds) < 15)
    #expect(flat.terrain?.strips[0].ground == .metres(500))
    #expect(flat.warnings.map(\.text).contains { $0.contains("line of sight over the terrain") })
    #expect(!flat.warnings.map(\.text).contains { $0.contains("smooth Earth") })
    // What coverage warns of comes with the plan: its own value, and the same place and text.
    let passed = flat.warnings.filter { $0.code == .terrain }
    let coverage = try #require(flat.terrain).coverage.warnings
    #expect(passed.map(\.source) == coverage.map { .coverage($0) })
    #expect(passed.map(\.text) == coverage.map(\.text) && passed.map(\.place) == coverage.map(\.place))
  }

  @Test func `a wall hides what a smooth Earth shows, and a radar behind it does not help`() async throws {
    let scratch = try Scratch()
    let plan = try await Plan.run(try scenario(scratch, wall))
    let more = try await Plan.run(try scenario(scratch, wall), purchase: "more")
    let smooth = try await Plan.run(try scenario(try Scratch(), hasTerrain: false, wall))
    // The line from 530 m over 3000 m at 54 km reaches 4.1 km above the ground at the flights' origin: they come at 400 m
    // and are seen only west of the wall, 21.8 km or 5 min 27 s before they land, and tracked 30 s later.
    let warning = try #require(plan.flights[0].timeline.warning)
    #expect(abs(warning.inSeconds + 30 - 21_800 / (240 / 3.6)) < 20)
    #expect(try #require(smooth.flights[0].timeline.warning) > .minutes(7.5))
    // The radar that is bought stands east of the wall and sees them from their origin.
    #expect(more.flights[0].timeline.warning.map { $0 > .minutes(20) } == true)
    #expect(plan.options.count == 2 && plan.options[1].outcome == more.outcome)
    let (today, bought) = (plan.options[0].coverage.bands, plan.options[1].coverage.bands)
    for index in today.indices {
      #expect(today[index].areaSeenByAtLeast[0] < smooth.coverage.bands[index].areaSeenByAtLeast[0])
      #expect(bought[index].areaSeenByAtLeast[0] >= today[index].areaSeenByAtLeast[0])
      #expect(bought[index].areaSeenByAtLeast[0] <= bought[index].ringAreas[0] + bought[index].ringAreas[1])
    }
  }

  @Test func `a plan over terrain is the same on any number of workers`() async throws {
    let scratch = try Scratch()
    let scenario = try scenario(scratch, wall)
    let one = try await Plan.run(scenario, workers: 1)
    let many = try await Plan.run(scenario, workers: 4)
    #expect(one.options == many.options && one.flights.map(\.timeline) == many.flights.map(\.timeline))
    #expect(one.terrain?.strips == many.terrain?.strips && one.warnings == many.warnings)
  }
}
