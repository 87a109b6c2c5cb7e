import Coverage
import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

private let tiles = "terrain/S13W077.SRTMGL1.hgt.zip"

/// The radius of curvature of WGS 84 in an azimuth, by Euler's formula.
private func radius(latitude: Double, azimuth: Double) -> Double {
  let (a, f) = (6_378_137.0, 1 / 298.257223563)
  let e2 = f * (2 - f)
  let w = 1 - e2 * pow(sin(latitude * .pi / 180), 2)
  let (m, n) = (a * (1 - e2) / pow(w, 1.5), a / w.squareRoot())
  let c = cos(azimuth * .pi / 180)
  return 1 / (c * c / m + (1 - c * c) / n)
}

/// The lowest altitude in sight by brute force: the geodesic in small steps, ground bilinear, lines in the plane of both
/// verticals with the centre of the Earth as origin.
private func stepped(
  _ grid: Grid<Float>, from a: Position, antenna: Double, to b: Position, step: Double
) -> Double {
  let way = Ellipsoid.wgs84.inverse(from: a, to: b)
  let r = radius(latitude: a.latitudeDegrees, azimuth: way.azimuth.degrees) * 4 / 3
  let frame = grid.frame
  var highest = -Double.infinity
  let count = Int(way.distance.metres / step)
  for index in 1..<count {
    let distance = way.distance.metres * Double(index) / Double(count)
    let place = Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: .metres(distance)).position
    let x = (place.longitudeDegrees - frame.firstX) / frame.stepX
    let y = (place.latitudeDegrees - frame.firstY) / frame.stepY
    let (c, q) = (Int(x), Int(y))
    let (u, v) = (x - Double(c), y - Double(q))
    let top = Double(grid[q, c]) * (1 - u) + Double(grid[q, c + 1]) * u
    let low = Double(grid[q + 1, c]) * (1 - u) + Double(grid[q + 1, c + 1]) * u
    let rho = r + top * (1 - v) + low * v
    let angle = distance / r
    highest = max(highest, atan2(rho * cos(angle) - (r + antenna), rho * sin(angle)))
  }
  let angle = way.distance.metres / r
  return (r + antenna) / (cos(angle) - tan(highest) * sin(angle)) - r
}

@Suite struct SightAccuracyTests {
  @Test func `the crossings alone tell what small steps along another geodesic tell`() throws {
    let centre = Position(latitudeDegrees: 47, longitudeDegrees: 9)
    // 400 m waves over posts of 0.004°, 300 to 445 m, so that between two posts the ground bends hardly.
    let terrain = Ground.degrees(around: centre, columns: 301, rows: 301, step: 0.004) { column, row in
      let (x, y) = (Double(column), Double(row))
      return 1000 + 400 * sin(x / 40) * cos(y / 30) + 200 * sin((x + y) / 50)
    }
    var random = SplitMix(seed: 4)
    var worst = 0.0
    for _ in 0..<12 {
      func place() -> Position {
        Position(
          latitudeDegrees: 47 + random.next(in: -0.55...0.55), longitudeDegrees: 9 + random.next(in: -0.55...0.55))
      }
      let (a, b) = (place(), place())
      let profile = try SightProfile.along(from: a.place, to: b.place, over: terrain)
      let sight = try SightLine(over: profile, antenna: .aboveGround(.metres(30)), target: .aboveGround(.zero))
      let lowest = try #require(sight.lowestVisibleAltitude)
      let brute = stepped(terrain, from: a, antenna: sight.antennaAltitude.metres, to: b, step: 10)
      let ground = try #require(profile.targetGround)
      worst = max(worst, abs(lowest.metres - max(brute, ground.metres)))
    }
    // Within a cell bilinear ground stands off the straight line between crossings by at most a quarter of its twist,
    // 400 m / (40 · 30) = 0.33 m: 0.08 m, which the floor behind a crest near the target hardly magnifies.
    #expect(worst < 0.1, "\(worst)")
  }

  @Test func `a flat sea on the ellipsoid has its horizon to the metre, to 400 km`() throws {
    let centre = Position(latitudeDegrees: -12, longitudeDegrees: -78)
    let sea = Ground.degrees(around: centre, columns: 801, rows: 801, step: 0.01) { _, _ in 0 }
    for azimuth in [0.0, 37, 90, 201] {
      let r = radius(latitude: -12, azimuth: azimuth) * 4 / 3
      for (antenna, target) in [(30.0, 9000.0), (300, 300), (1000, 4000)] {
        let limit = r * acos(r / (r + antenna)) + r * acos(r / (r + target))
        func sees(_ distance: Double) throws -> SightLine {
          let b = Ellipsoid.wgs84.direct(from: centre, azimuth: .degrees(azimuth), distance: .metres(distance)).position
          return try SightLine(
            over: SightProfile.along(from: centre.place, to: b.place, over: sea),
            antenna: .aboveSeaLevel(.metres(antenna)),
            target: .aboveSeaLevel(.metres(target)))
        }
        // Between crossings at most 1.1 km apart the sea sags below the sphere by 1100²/8R = 18 mm: over the angle under
        // which the antenna's horizon is met, √(2h/R) = 2.7 mrad for 30 m, and the target's, that is up to 9 m further.
        let slack = 0.018 / (2 * antenna / r).squareRoot() + 0.018 / (2 * target / r).squareRoot()
        #expect(try sees(limit - 1).isVisible)
        let beyond = try sees(limit + 1 + slack)
        #expect(beyond.cause == .horizon, "\(azimuth) \(antenna) \(target)")
      }
    }
  }

  @Test func `at posts the line tells what the exact floor tells`() throws {
    let terrain = Ground.degrees(
      around: Position(latitudeDegrees: -12, longitudeDegrees: -76), columns: 121, rows: 121, step: 0.005,
      Ground.rough(21, columns: 121, rows: 121))
    try compare(terrain, antenna: .post(column: 43.37, row: 71.81), every: 7)
    try compare(terrain, antenna: .post(column: 60, row: 60), every: 7)
  }

  @Test(.enabled(if: SharedData.has(tiles), "the tiles of SRTM are absent"))
  func `at posts of a real tile the line tells what the exact floor tells`() throws {
    let tile = try Terrain.open([SharedData.folder.appendingPathComponent(tiles).path])
    let window = try tile.read(rows: 300..<480, columns: 900..<1080)
    try compare(window, antenna: .post(column: 81.3, row: 88.7), every: 19)
    try compare(window, antenna: .post(column: 40, row: 150), every: 19)
  }

  private func compare(_ terrain: Grid<Float>, antenna: AntennaPlace, every: Int) throws {
    guard case .post(let column, let row) = antenna else {
      Issue.record("the antenna is at no post")
      return
    }
    let under = terrain[Int(row.rounded()), Int(column.rounded())]
    let altitude = Length.metres(Double(under) + 60)
    let map = try LineOfSightFloor.compute(
      terrain: terrain, antenna: antenna, antennaAltitude: altitude, range: .kilometres(200), quality: .exact)
    var compared = 0
    var worst = 0.0
    for r in stride(from: 0, to: terrain.frame.rows, by: every) {
      for c in stride(from: 0, to: terrain.frame.columns, by: every) where Double(r) != row || Double(c) != column {
        let profile = try SightProfile.along(from: antenna, to: .post(column: Double(c), row: Double(r)), over: terrain)
        let sight = try SightLine(over: profile, antenna: .aboveSeaLevel(altitude), target: .aboveGround(.zero))
        let floor = map.grid[r - map.rowOffset, c - map.columnOffset]
        guard let lowest = sight.lowestVisibleAltitude else {
          #expect(floor.isNaN)
          continue
        }
        compared += 1
        worst = max(worst, abs(lowest.metres - Double(floor)))
      }
    }
    // Floors are Floats, half a unit of which is 2.4e-4 m from 4,096 m on; their rays are series, a hundred-thousandth of a
    // post off at most here, which on slopes of 100 m a post is 1 mm.
    #expect(worst < 0.002, "\(worst)")
    #expect(compared > 90)
  }

  @Test(.enabled(if: SharedData.has(tiles), "the tiles of SRTM are absent"))
  func `a terrain on disk gives the profile that the grid in memory gives`() throws {
    let tile = try Terrain.open([SharedData.folder.appendingPathComponent(tiles).path])
    let whole = try tile.read(rows: 0..<tile.frame.rows, columns: 0..<tile.frame.columns)
    let a = Position(latitudeDegrees: -12.1, longitudeDegrees: -76.95)
    let b = Position(latitudeDegrees: -12.93, longitudeDegrees: -76.07)
    let one = try SightProfile.along(from: a, to: b, over: tile)
    let other = try SightProfile.along(from: a.place, to: b.place, over: whole)
    #expect(one.samples == other.samples && one.samples.count > 5000)
  }

  @Test func `on the ellipsoid A and B see one another but for the difference of their radii`() throws {
    let terrain = Ground.degrees(
      around: Position(latitudeDegrees: 40, longitudeDegrees: 5), columns: 181, rows: 181, step: 0.004,
      Ground.rough(8, columns: 181, rows: 181))
    var random = SplitMix(seed: 6)
    for _ in 0..<50 {
      func place() -> AntennaPlace { .post(column: random.next(in: 0...180), row: random.next(in: 0...180)) }
      let (a, b) = (place(), place())
      let there = try SightLine(
        over: SightProfile.along(from: a, to: b, over: terrain), antenna: .aboveGround(.metres(25)),
        target: .aboveGround(.metres(25)))
      let lowest = try #require(there.lowestVisibleAltitude)
      // Radii of places 0.7° apart differ by 3/2 · e² · sin 2φ · 0.012 = 1.2e-4: of a bulge of d²/2R at most 0.06 m over 90 km.
      let back = try SightProfile.along(from: b, to: a, over: terrain)
      let isSeen = try SightLine(
        over: back, antenna: .aboveSeaLevel(lowest + .metres(0.1)), target: .aboveSeaLevel(there.antennaAltitude)
      ).isVisible
      #expect(isSeen)
      if let height = there.lowestVisibleHeight, height > .metres(0.1) {
        let hidden = try SightLine(
          over: back, antenna: .aboveSeaLevel(lowest - .metres(0.1)), target: .aboveSeaLevel(there.antennaAltitude))
        #expect(!hidden.isVisible)
      }
    }
  }
}
