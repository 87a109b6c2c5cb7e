import Foundation
import GeoFiles
import TestSupport
import Testing
import Units

@testable import Coverage

/// The exact engine against sight lines that are followed by another way.
struct ExactFloorTests {
  /// A floor in memory has 24 bits: half a millimetre at 8 km; both ways round in the sixteenth digit before.
  static func tolerance(_ floor: Double) -> Double { 2e-3 + abs(floor) * 2e-7 }

  @Test(arguments: [(12.0, 10.0), (0.0, 0.0), (24.0, 7.0), (11.37, 9.81), (12.0, 9.5), (24.4, 20.4)])
  func `on a plane it follows every sight line`(column: Double, row: Double) throws {
    let terrain = TestTerrain.rough(25, 21, relief: 120, seed: 3)
    let floors = try LineOfSightFloor.compute(
      terrain: terrain, antenna: .post(column: column, row: row), antennaAltitude: .metres(150),
      range: .kilometres(5), quality: .exact)
    let reference = FloorReference(
      terrain: terrain, antennaColumn: column, antennaRow: row, antenna: 150, k: 4.0 / 3)
    for r in 0..<21 {
      for c in 0..<25 where Double(c) != column || Double(r) != row {
        let expected = reference.planeFloor(column: c, row: r, step: 30)
        let floor = Double(floors.grid[r, c])
        #expect(abs(floor - expected) < Self.tolerance(expected), "column \(c), row \(r): \(floor), not \(expected)")
      }
    }
  }

  /// Places of geodesics among the posts are series good to 2 mm of a post (`FanSurface`); a hundredth of a metre is a
  /// hundredth of what a DEM of whole metres can say.
  @Test(arguments: [(0.01, 10.0), (46.0, 9.0), (-12.5, -76.5), (67.0, 20.0), (-12.5, 179.99), (46, -180)])
  func `on degrees it follows geodesics`(latitude: Double, longitude: Double) throws {
    let terrain = TestTerrain.degrees(
      TestTerrain.rough(21, 19, relief: 150, seed: 5), latitude: latitude, longitude: longitude, step: 1.0 / 1200)
    let floors = try LineOfSightFloor.compute(
      terrain: terrain, antenna: .post(column: 9, row: 8), antennaAltitude: .metres(180), range: .kilometres(50),
      quality: .exact)
    let reference = FloorReference(terrain: terrain, antennaColumn: 9, antennaRow: 8, antenna: 180, k: 4.0 / 3)
    for r in 0..<19 {
      for c in 0..<21 where c != 9 || r != 8 {
        let expected = reference.geodesicFloor(column: c, row: r)
        let floor = Double(floors.grid[r - floors.rowOffset, c - floors.columnOffset])
        #expect(abs(floor - expected) < 0.01, "column \(c), row \(r): \(floor), not \(expected)")
      }
    }
  }

  /// The same at 300 km, where a geodesic leaves the straight line in degrees by kilometres: a smooth relief of 20 km
  /// waves, posts 30″ apart.
  @Test func `far away on degrees it follows geodesics`() throws {
    let plane = TestTerrain.plane(700, 400) { column, row in
      600 + 400 * sin(Double(column) / 3.7) * cos(Double(row) / 5.1) + 0.3 * Double(row)
    }
    let terrain = TestTerrain.degrees(plane, latitude: 48, longitude: 5, step: 1.0 / 120)
    let (column, row) = (350, 200)
    let antenna = 3000.0
    let reference = FloorReference(
      terrain: terrain, antennaColumn: Double(column), antennaRow: Double(row), antenna: antenna, k: 4.0 / 3)
    for (c, r) in [(690, 30), (20, 390), (640, 200), (350, 2), (30, 120), (500, 395)] {
      let expected = reference.geodesicFloor(column: c, row: r)
      let floor = Double(
        try LineOfSightFloor.compute(
          terrain: terrain, antenna: .post(column: Double(column), row: Double(row)), antennaAltitude: .metres(antenna),
          range: .kilometres(320), quality: .exact, wanted: (r..<r + 1, c..<c + 1)
        ).grid.cells[0])
      // 2 mm of a post are 2 m here, on slopes below a quarter.
      #expect(abs(floor - expected) < 0.5, "column \(c), row \(r): \(floor), not \(expected)")
    }
  }

  /// Far north degrees bend: 150 km are 8° of longitude at 80° and 9° at 81°. All that geodesics reach has a floor.
  @Test func `far north degrees are followed to the end of the range`() throws {
    let plane = TestTerrain.plane(301, 241) { column, row in
      600 + 400 * sin(Double(column) / 7.3) * cos(Double(row) / 9.1)
    }
    // Posts 1.6 km apart along the parallel of 80°, 1.4 km along the meridian.
    let terrain = Grid(
      frame: GridFrame(
        columns: 301, rows: 241, firstX: 5, firstY: 81.5, stepX: 1.0 / 12, stepY: -1.0 / 80, crs: "EPSG:4326"),
      cells: plane.cells)
    let (column, row, antenna) = (150, 120, 3000.0)
    func map(_ quality: FloorQuality) throws -> FloorMap {
      try LineOfSightFloor.compute(
        terrain: terrain, antenna: .post(column: Double(column), row: Double(row)), antennaAltitude: .metres(antenna),
        range: .kilometres(150), quality: quality)
    }
    let (exact, standard) = (try map(.exact), try map(.standard))
    let reference = FloorReference(
      terrain: terrain, antennaColumn: Double(column), antennaRow: Double(row), antenna: antenna, k: 4.0 / 3)
    for (c, r) in [(65, 120), (235, 120), (90, 50), (200, 195), (150, 20), (155, 220)] {
      let expected = reference.geodesicFloor(column: c, row: r)
      let floor = Double(exact.grid[r - exact.rowOffset, c - exact.columnOffset])
      // 2 mm of a post are 3 m here, on slopes below a tenth.
      #expect(abs(floor - expected) < 0.5, "column \(c), row \(r): \(floor), not \(expected)")
    }
    for r in 0..<241 {
      for c in 0..<301 {
        let (north, east) = (81.5 - Double(r) / 80, Double(c - column) / 12)
        let (p, q) = (80 * Double.pi / 180, north * Double.pi / 180)
        let angle = acos(min(1, sin(p) * sin(q) + cos(p) * cos(q) * cos(east * .pi / 180)))
        // The ellipsoid is within 0.7 % of this sphere.
        guard angle * 6371 < 150 * 0.99 else { continue }
        for map in [exact, standard]
        where !map.contains(row: r, column: c) || map.grid[r - map.rowOffset, c - map.columnOffset].isNaN {
          Issue.record("column \(c), row \(r) has no floor")
          return
        }
      }
    }
  }

  private struct HandCases: Decodable {
    struct Simple: Decodable {
      var nx, ny: Int
      var observer_cell: [Int]
      var dem, min_visible_height: [Float]
    }
    struct Pair: Decodable {
      var nx, ny: Int
      var observer_cell: [Int]
      var dem: [Float]
      var ground: [Double]?
      var dem_mode: [Double]
    }
    var simple_height: Simple
    var dem_vs_ground: [Pair]
  }

  /// GDAL's cases know no curvature: k of a million leaves less than a nanometre of it. Its cases of an observer outside
  /// the raster, with nothing in between, have no counterpart here: there the way is unknown.
  @Test func `GDAL's small cases come out exactly`() throws {
    let cases = try JSONDecoder().decode(
      HandCases.self, from: try Reference.data("CoverageTests", "gdal_small_cases.json"))
    try #require(cases.dem_vs_ground.count == 5)
    func floors(_ dem: [Float], _ nx: Int, _ ny: Int, _ observer: [Int], height: Double) throws -> [Float] {
      try LineOfSightFloor.compute(
        terrain: TestTerrain.plane(nx, ny, step: 1) { column, row in Double(dem[row * nx + column]) },
        antenna: .post(column: Double(observer[0]), row: Double(observer[1])), antennaAltitude: .metres(height),
        range: .metres(100), k: 1e6, quality: .exact
      ).grid.cells
    }
    let simple = cases.simple_height
    let observed = try floors(simple.dem, simple.nx, simple.ny, simple.observer_cell, height: 0)
    try #require(observed.count == 25)
    for (index, floor) in observed.enumerated() {
      #expect(abs(floor - max(simple.min_visible_height[index], simple.dem[index])) < 1e-5, "simple, cell \(index)")
    }
    for item in cases.dem_vs_ground {
      let height = Double(item.dem[item.observer_cell[1] * item.nx + item.observer_cell[0]])
      let observed = try floors(item.dem, item.nx, item.ny, item.observer_cell, height: height)
      try #require(observed.count == item.dem_mode.count)
      for (index, floor) in observed.enumerated() {
        // GDAL's height is not below zero, ours not below the ground.
        #expect(
          abs(Double(floor) - max(item.dem_mode[index], Double(item.dem[index]))) < 1e-5,
          "observer \(item.observer_cell), cell \(index): \(floor), not \(item.dem_mode[index])")
      }
    }
  }
}
