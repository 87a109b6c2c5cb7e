import Foundation
import GeoFiles
import Geodesy
import Testing
import Units

@testable import Coverage

/// Floors that a formula tells.
struct FloorFormsTests {
  private let radius = 4.0 / 3 * 6_371_008.8

  private func floors(
    _ terrain: Grid<Float>, _ column: Int, _ row: Int, _ altitude: Double, _ quality: FloorQuality,
    range: Length = .kilometres(500)
  ) throws -> FloorMap {
    try LineOfSightFloor.compute(
      terrain: terrain, antenna: .post(column: Double(column), row: Double(row)), antennaAltitude: .metres(altitude),
      range: range, quality: quality)
  }

  private func altitude(over top: Double, at distance: Double, from antenna: Double, to target: Double) -> Double {
    let angle = FloorReference.angle(ofAltitude: top, distance: distance, antenna: antenna, radius: radius)
    return FloorReference.altitude(ofAngle: angle, distance: target, antenna: antenna, radius: radius)
  }

  /// Float32 in slopes: a ten-millionth of the distance, a few times over.
  private let rounding = 0.05

  @Test(arguments: FloorQuality.allCases)
  func `behind a wall the floor is the line over its crest`(quality: FloorQuality) throws {
    // A wall across all rows, 40 posts ahead; seen square on, and aslant, where the line crosses it between posts.
    let terrain = TestTerrain.plane(161, 161) { column, _ in column == 120 ? 300 : 0 }
    let map = try floors(terrain, 80, 80, 50, quality)
    for (column, row) in [(121, 80), (130, 80), (160, 80), (160, 100), (150, 45)] {
      let (dx, dy) = (Double(column - 80), Double(row - 80))
      let length = (dx * dx + dy * dy).squareRoot() * 30
      let expected = altitude(over: 300, at: length * 40 / dx, from: 50, to: length)
      #expect(abs(Double(map.grid[row, column]) - expected) < rounding, "column \(column), row \(row)")
    }
    #expect(map.grid[80, 119] == 0 && map.grid[80, 120] == 300)
    // Away from the wall nothing hides the ground.
    #expect(map.grid[80, 0] == 0)
  }

  @Test(arguments: [FloorQuality.exact, .finest, .fine, .standard])
  func `behind a cone the line over its tip is the floor`(quality: FloorQuality) throws {
    let terrain = TestTerrain.plane(301, 61) { column, row in
      let (dx, dy) = (Double(column - 150), Double(row - 30))
      return max(0, 500 - (dx * dx + dy * dy).squareRoot() * 25)
    }
    let map = try floors(terrain, 20, 30, 40, quality)
    for column in [160, 171, 200, 300] {
      let expected = altitude(over: 500, at: 130 * 30, from: 40, to: Double(column - 20) * 30)
      #expect(
        abs(Double(map.grid[30, column]) - max(expected, Double(terrain[30, column]))) < rounding, "column \(column)")
    }
  }

  @Test(arguments: FloorQuality.allCases)
  func `around a plateau its rim is the horizon`(quality: FloorQuality) throws {
    // A cylinder of 20 posts; on the axes and the diagonals its rim has a post.
    let terrain = TestTerrain.plane(201, 201) { column, row in
      let (dx, dy) = (column - 100, row - 100)
      return dx * dx + dy * dy <= 400 ? 400 : 0
    }
    let map = try floors(terrain, 100, 100, 430, quality)
    for (dx, dy, rim) in [(1, 0, 20.0), (0, -1, 20), (-1, 0, 20), (1, 1, 14), (-1, 1, 14), (-1, -1, 14)] {
      let side = Double(dx * dx + dy * dy).squareRoot() * 30
      for steps in [22, 35, 60, 99] {
        let expected = altitude(over: 400, at: rim * side, from: 430, to: Double(steps) * side)
        let floor = Double(map.grid[100 + dy * steps, 100 + dx * steps])
        #expect(abs(floor - max(expected, 0)) < rounding, "\(dx), \(dy), \(steps) posts: \(floor), not \(expected)")
      }
    }
  }

  /// Posts stand on the crests; the tangent to a cosine touches less than a post beyond them.
  @Test(arguments: [FloorQuality.exact, .fine, .standard])
  func `between cosine ridges the highest crest before is the horizon`(quality: FloorQuality) throws {
    let (height, amplitude, wave) = (15.0, 200.0, 64)
    let terrain = TestTerrain.plane(700, 9) { column, _ in amplitude * cos(2 * .pi * Double(column) / Double(wave)) }
    let map = try floors(terrain, 0, 4, amplitude + height, quality)
    for last in 1...9 {
      let target = (Double(last) + 0.5) * Double(wave) * 30
      let expected =
        (1...last).map { crest in
          altitude(over: amplitude, at: Double(crest * wave) * 30, from: amplitude + height, to: target)
        }.max() ?? 0
      let floor = Double(map.grid[4, last * wave + wave / 2])
      #expect(abs(floor - expected) < rounding, "behind crest \(last): \(floor), not \(expected)")
    }
  }

  @Test(arguments: [FloorQuality.exact, .standard])
  func `over the sea the horizon is within a metre as far as 400 km`(quality: FloorQuality) throws {
    // A row of posts along the equator and one along a meridian, 30″ apart, and an antenna of 300 m.
    for isAlongRow in [true, false] {
      let (columns, rows) = isAlongRow ? (481, 3) : (3, 481)
      let terrain = TestTerrain.degrees(
        TestTerrain.plane(columns, rows) { _, _ in 0 }, latitude: isAlongRow ? 1.0 / 120 : 2, longitude: 10,
        step: 1.0 / 120)
      let (column, row) = isAlongRow ? (0, 1) : (1, 240)
      let map = try floors(terrain, column, row, 300, quality)
      let (a, e2) = (6_378_137.0, 0.00669437999014)
      let effective = 4.0 / 3 * (isAlongRow ? a : a * (1 - e2))
      for posts in [20, 60, 100, 200, 238, 400, 430] where isAlongRow || posts < 240 {
        let distance =
          isAlongRow
          ? Double(posts) / 120 * .pi / 180 * a
          : Ellipsoid.wgs84.distance(
            from: Position(latitudeDegrees: 0, longitudeDegrees: 10),
            to: Position(latitudeDegrees: Double(posts) / 120, longitudeDegrees: 10)
          ).metres
        let horizon = acos(effective / (effective + 300))
        let theta = distance / effective
        let expected = theta <= horizon ? 0 : effective / cos(theta - horizon) - effective
        let floor = Double(isAlongRow ? map.grid[1, posts] : map.grid[240 - posts - map.rowOffset, 1])
        #expect(abs(floor - expected) < 1, "\(Int(distance / 1000)) km: \(floor), not \(expected)")
      }
    }
  }
}
