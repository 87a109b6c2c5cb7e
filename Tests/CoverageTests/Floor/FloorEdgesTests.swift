import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

@testable import Coverage

/// Voids, edges and terrain of odd shapes.
struct FloorEdgesTests {
  private func floors(
    _ terrain: Grid<Float>, _ column: Double, _ row: Double, altitude: Double = 100, range: Length = .kilometres(20),
    _ quality: FloorQuality
  ) throws -> FloorMap {
    try LineOfSightFloor.compute(
      terrain: terrain, antenna: .post(column: column, row: row), antennaAltitude: .metres(altitude), range: range,
      quality: quality)
  }

  @Test(arguments: FloorQuality.allCases)
  func `a void hides what lies behind it and nothing else`(quality: FloorQuality) throws {
    var terrain = TestTerrain.plane(61, 61) { _, _ in 10 }
    for row in 28...32 { terrain[row, 40] = .nan }
    let map = try floors(terrain, 30, 30, quality)
    #expect(map.grid[30, 39] == 10)
    for column in 40...60 { #expect(map.grid[30, column].isNaN, "column \(column)") }
    // Away from the shadow's edge, where an interpolated floor may be unknown a post early.
    #expect(map.grid[30, 0] == 10 && map.grid[0, 30] == 10 && map.grid[60, 60] == 10 && map.grid[10, 60] == 10)
  }

  /// A ray along the antenna's own column drifts from it by less than a Float resolves: where it "crosses" the column, the
  /// way back to the crossing is told by 0/0 or by hundreds of lines, and ground above the antenna became a wall.
  @Test(arguments: FloorQuality.allCases)
  func `from a post of a map grid its own row and column are seen as all others`(quality: FloorQuality) throws {
    let rough = TestTerrain.rough(181, 181, relief: 500, seed: 3)
    for (crs, x, y, step) in [("EPSG:32718", 300_000.0, 8_600_000.0, 900.0), ("EPSG:2263", 980_000, 300_000, 3000)] {
      let terrain = Grid(
        frame: GridFrame(columns: 181, rows: 181, firstX: x, firstY: y, stepX: step, stepY: -step, crs: crs),
        cells: rough.cells)
      for (column, row) in [(90.0, 90.0), (90, 88.3), (91.6, 90)] {
        // Below the highest ground around it, above its own.
        let map = try floors(terrain, column, row, altitude: 450, range: .kilometres(70), quality)
        var unknown = 0
        for r in 45...135 {
          for c in 45...135 where map.grid[r - map.rowOffset, c - map.columnOffset].isNaN { unknown += 1 }
        }
        #expect(unknown == 0, "\(crs) \(column) \(row)")
      }
    }
  }

  @Test(arguments: FloorQuality.allCases)
  func `an antenna in a void sees nothing that is known`(quality: FloorQuality) throws {
    var terrain = TestTerrain.plane(31, 31) { _, _ in 10 }
    for row in 13...17 { for column in 13...17 { terrain[row, column] = .nan } }
    #expect(try floors(terrain, 15, 15, quality).grid.cells.allSatisfy(\.isNaN))
  }

  @Test(arguments: FloorQuality.allCases)
  func `one post, one row and one column work`(quality: FloorQuality) throws {
    let one = try floors(TestTerrain.plane(1, 1) { _, _ in 7 }, 0, 0, quality)
    #expect(one.grid.cells == [7])
    let hill: (Int) -> Double = { $0 == 12 ? 90 : 0 }
    let row = try floors(TestTerrain.plane(41, 1) { column, _ in hill(column) }, 2, 0, altitude: 30, quality)
    let column = try floors(TestTerrain.plane(1, 41) { _, row in hill(row) }, 0, 2, altitude: 30, quality)
    #expect(row.grid.cells.count == 41 && column.grid.cells.count == 41)
    #expect(row.grid.cells[11] == 0 && row.grid.cells[12] == 90 && row.grid.cells[30] > 190)
    // The same line twice: Float32 alone parts them.
    for (a, b) in zip(row.grid.cells, column.grid.cells) { #expect(abs(a - b) < 0.01) }
  }

  @Test(arguments: FloorQuality.allCases)
  func `an antenna outside the terrain sees nothing that is known`(quality: FloorQuality) throws {
    let terrain = TestTerrain.plane(31, 31) { _, _ in 10 }
    for (column, row) in [(-5.0, 10.0), (40, 40), (15, -0.6)] {
      let map = try floors(terrain, column, row, quality)
      #expect(map.isAntennaOutside && map.grid.cells.allSatisfy(\.isNaN))
    }
    // Half a cell belongs to the outermost posts.
    let edge = try floors(terrain, 15, -0.4, quality)
    #expect(!edge.isAntennaOutside && edge.grid[20, 15] == 10)
  }

  @Test(arguments: FloorQuality.allCases)
  func `a range of nothing leaves the antenna's post`(quality: FloorQuality) throws {
    let terrain = TestTerrain.plane(31, 31) { _, _ in 10 }
    let map = try floors(terrain, 15, 15, range: .zero, quality)
    #expect(map.grid.cells.filter { !$0.isNaN } == [10])
    #expect(try floors(terrain, 15.3, 15.3, range: .zero, quality).grid.cells.allSatisfy(\.isNaN))
  }

  /// No line of posts lies between an antenna and the corners of its cell, however near it stands to one of them: a
  /// position in degrees of seven places is off a post by millimetres.
  @Test(arguments: FloorQuality.allCases, [(15.0001, 15.00003), (15.3, 14.99999), (14.5, 15), (15, 15.999)])
  func `the corners of the antenna's cell are seen from the ground up`(
    quality: FloorQuality, place: (column: Double, row: Double)
  ) throws {
    let terrain = TestTerrain.rough(31, 31, relief: 120, seed: 21)
    let map = try floors(terrain, place.column, place.row, quality)
    for column in [Int(place.column), Int(place.column.rounded(.up))] {
      for row in [Int(place.row), Int(place.row.rounded(.up))] {
        let floor = map.grid[row - map.rowOffset, column - map.columnOffset]
        #expect(floor == terrain[row, column], "column \(column), row \(row)")
      }
    }
  }

  @Test func `parameters that make no sense are refused with a word`() throws {
    let terrain = TestTerrain.plane(5, 5) { _, _ in 10 }
    for (altitude, range, k) in [(10.0, -1.0, 1.3), (10, .nan, 1.3), (10, 6e6, 1.3), (10, 10, 0), (.infinity, 10, 1)] {
      #expect(throws: FloorError.self) {
        try LineOfSightFloor.compute(
          terrain: terrain, antenna: .post(column: 2, row: 2), antennaAltitude: .metres(altitude),
          range: .metres(range), k: k)
      }
    }
  }

  @Test(arguments: [FloorQuality.standard, .exact])
  func `across the antimeridian floors are those of anywhere`(quality: FloorQuality) throws {
    let plane = TestTerrain.rough(81, 61, relief: 80, seed: 9)
    let here = TestTerrain.degrees(plane, latitude: 12, longitude: 20, step: 1.0 / 1200)
    let there = TestTerrain.degrees(plane, latitude: 12, longitude: 180 - 40.0 / 1200, step: 1.0 / 1200)
    // The antenna is named by a position, in the terrain's own longitudes and in the usual ones.
    func map(_ terrain: Grid<Float>, _ longitude: Double) throws -> FloorMap {
      try LineOfSightFloor.compute(
        terrain: terrain,
        antenna: .position(latitudeDegrees: 12 - 30.0 / 1200, longitudeDegrees: longitude),
        antennaAltitude: .metres(110), range: .kilometres(10), quality: quality)
    }
    let a = try map(here, 20 + 40.0 / 1200)
    for longitude in [180, -180.0] {
      let b = try map(there, longitude)
      #expect(abs(b.antennaColumn - 40) < 1e-6)
      // Longitudes of 20° and 180° have other last digits: posts move by a tenth of a micrometre.
      let wrong = zip(a.grid.cells, b.grid.cells).enumerated().filter {
        !(abs($1.0 - $1.1) < 0.01 || $1.0.isNaN && $1.1.isNaN)
      }
      #expect(wrong.isEmpty, "\(longitude): \(wrong.prefix(3)) of \(a.grid.frame) and \(b.grid.frame)")
    }
  }

  @Test func `near a pole degrees are refused with the way out`() throws {
    let terrain = TestTerrain.degrees(
      TestTerrain.plane(61, 61) { _, _ in 10 }, latitude: 90, longitude: 0, step: 1.0 / 120)
    #expect {
      try LineOfSightFloor.compute(
        terrain: terrain, antenna: .post(column: 30, row: 2), antennaAltitude: .metres(100), range: .kilometres(100))
    } throws: {
      ($0 as? FloorError)?.code == .bentGrid && "\($0)".contains("gdalwarp")
    }
  }

  @Test func `terrain without a system has no latitudes`() throws {
    #expect {
      try LineOfSightFloor.compute(
        terrain: TestTerrain.plane(5, 5) { _, _ in 10 }, antenna: .position(latitudeDegrees: 1, longitudeDegrees: 2),
        antennaAltitude: .metres(100), range: .kilometres(1))
    } throws: {
      ($0 as? FloorError)?.code == .badSystem
    }
  }
}
