import Coverage
import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// What stands on the ground, and the clearings in it.
@Suite struct GroundCoverTests {
  private let site = Position(latitudeDegrees: -12, longitudeDegrees: -75)

  private func cover(
    _ height: Double, clearing: Double = 1000, at clearings: [Position] = []
  ) -> GroundCover {
    GroundCover(height: .metres(height), clearing: .metres(clearing), clearings: clearings)
  }

  private func exact(
    _ station: RadarStation, over terrain: Terrain, k: Double = 4 / 3, memory: Int = 1_000_000_000
  ) throws -> TerrainCoverage {
    try TerrainCoverage.load(
      [station], over: terrain, targets: [echo], k: k, options: .init(quality: .exact, memoryLimit: memory))
  }

  /// Hills of up to 200 m without a pattern, posts of 0.005°, the site on one of them.
  private func hills(_ scratch: Scratch, seed: UInt64 = 7) throws -> Terrain {
    var random = SplitMix(seed: seed)
    let heights = (0..<61 * 61).map { _ in Float(random.next() % 2000) / 10 }
    return try terrain(scratch, north: -11.85, west: -75.15, step: 0.005, rows: 61, columns: 61) { row, column in
      heights[row * 61 + column]
    }
  }

  @Test func `over a wall of trees beyond a clearing the lowest altitude in sight is a straight ray`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch, north: -11.8, west: -75.2, step: 0.001, rows: 401, columns: 401) { _, _ in 100 }
      .covered(by: cover(25))
    // So large a factor leaves no bulge: 0.2 mm at 20 km.
    let coverage = try exact(radar(latitude: -12, longitude: -75, mast: 20), over: flat, k: 1e6)
    func place(_ posts: Int) -> Position {
      Position(latitudeDegrees: -12 + Double(posts) * 0.001, longitudeDegrees: -75)
    }
    func distance(_ posts: Int) -> Double { Ellipsoid.wgs84.distance(from: site, to: place(posts)).metres }
    let edge = try #require((1...20).first { distance($0) > 1000 })
    for posts in [edge - 1, edge, edge + 1, 40, 90, 180] {
      let found = try #require(try coverage.altitudes(seenBy: 0, at: place(posts), target: echo)).lowerBound.metres
      // Within the clearing the ground; beyond its edge never below the tops.
      let beyond = 120 + 5 * distance(posts) / distance(edge)
      let ray = posts < edge ? 100 : max(125, beyond)
      // Floors are kept as Float: 8 µm at 150 m; the bulge and the tilt of verticals are below 1 mm.
      #expect(abs(found - ray) < 2e-3, "\(posts): \(found), \(ray)")
    }
  }

  @Test func `cover of no height is the same as none, bit for bit`() throws {
    let scratch = try Scratch()
    let bare = try hills(scratch)
    let station = radar(latitude: -12, longitude: -75)
    for quality in FloorQuality.allCases {
      func cells(_ terrain: Terrain) throws -> [UInt32] {
        try TerrainCoverage.load([station], over: terrain, targets: [echo], options: .init(quality: quality)).floors[0]
          .grid.cells.map(\.bitPattern)
      }
      #expect(try cells(bare) == cells(bare.covered(by: cover(0))))
      #expect(try cells(bare) != cells(bare.covered(by: cover(9))))
    }
  }

  @Test func `more cover lowers no floor, and a wider clearing raises none`() throws {
    let scratch = try Scratch()
    let bare = try hills(scratch)
    let station = radar(latitude: -12, longitude: -75)
    func cells(_ height: Double, _ clearing: Double) throws -> [Float] {
      try exact(station, over: bare.covered(by: cover(height, clearing: clearing))).floors[0].grid.cells
    }
    for steps in [[(0.0, 1000.0), (4, 1000), (25, 1000), (40, 1000)], [(25, 4000), (25, 2000), (25, 700), (25, 0)]] {
      let floors = try steps.map { try cells($0.0, $0.1) }
      for (low, high) in zip(floors, floors.dropFirst()) {
        #expect(zip(low, high).allSatisfy { $0.isNaN && $1.isNaN || $0 <= $1 })
        #expect(low.map(\.bitPattern) != high.map(\.bitPattern))
      }
    }
  }

  @Test func `floors are those over the ground with trees on every post outside the clearings`() throws {
    let scratch = try Scratch()
    let bare = try hills(scratch)
    let strip = Position(latitudeDegrees: -11.93, longitudeDegrees: -75.06)
    let station = radar(latitude: -12.001, longitude: -75.0015)
    // By hand: a post is clear within 1.2 km of strip or antenna, and around the cell of either.
    var grid = try bare.read(rows: 0..<61, columns: 0..<61)
    func isClear(_ row: Int, _ column: Int) -> Bool {
      let post = Position(
        latitudeDegrees: -11.85 - 0.005 * Double(row), longitudeDegrees: -75.15 + 0.005 * Double(column))
      for place in [strip, station.position] {
        if Ellipsoid.wgs84.distance(from: place, to: post) <= .metres(1200) { return true }
        let north = abs(place.latitudeDegrees - post.latitudeDegrees)
        let east = abs(place.longitudeDegrees - post.longitudeDegrees)
        if north < 0.004_999_999, east < 0.004_999_999 { return true }
      }
      return false
    }
    for row in 0..<61 { for column in 0..<61 where !isClear(row, column) { grid.cells[row * 61 + column] += 18 } }
    let covered = try bare.covered(by: cover(18, clearing: 1200, at: [strip]))
    let coverage = try exact(station, over: covered)
    let ground = try #require(try bare.elevation(at: station.position))
    #expect(coverage.floors[0].antennaAltitude == ground + .metres(20))
    let floor = try LineOfSightFloor.compute(
      terrain: grid, antenna: .position(latitudeDegrees: -12.001, longitudeDegrees: -75.0015),
      antennaAltitude: ground + .metres(20), range: .kilometres(60), quality: .exact, wanted: (0..<61, 0..<61))
    #expect(coverage.floors[0].grid.cells.map(\.bitPattern) == floor.grid.cells.map(\.bitPattern))
    // Heights above ground count from the bare ground.
    let samples = try coverage.region.samples(at: [site, strip])
    #expect(try samples.map(\.groundMetres) == bare.elevations(at: [site, strip]).map { $0?.metres })
  }

  @Test func `along a meridian floors are the steepest ray by brute force`() throws {
    let scratch = try Scratch()
    let bare = try hills(scratch, seed: 3)
    let coverage = try exact(
      radar(latitude: -12, longitude: -75), over: bare.covered(by: cover(30, clearing: 700)))
    let ground = try bare.read(rows: 0..<61, columns: 0..<61)
    // The effective sphere along the meridian: Euler's formula with azimuth 0.
    let (a, f) = (6_378_137.0, 1 / 298.257223563)
    let e2 = f * (2 - f)
    let r = a * (1 - e2) / pow(1 - e2 * pow(sin(-12 * .pi / 180), 2), 1.5) * 4 / 3
    let antenna = Double(ground[30, 30]) + 20
    var highest = -Double.infinity
    for row in (0..<30).reversed() {
      let post = Position(latitudeDegrees: -11.85 - 0.005 * Double(row), longitudeDegrees: -75)
      let distance = Ellipsoid.wgs84.distance(from: site, to: post).metres
      let top = Double(ground[row, 30]) + (distance <= 700 || row == 30 ? 0 : 30)
      let angle = distance / r
      let grazing: Double = (r + antenna) / (cos(angle) - tan(highest) * sin(angle)) - r
      let found = Double(coverage.floors[0].grid[row, 30])
      let lowest = highest.isFinite ? max(grazing, top) : top
      // Floors are kept as Float, 15 µm at 200 m; both ways are in doubles.
      #expect(abs(found - lowest) < 1e-4, "\(row)")
      let (up, along): (Double, Double) = ((r + top) * cos(angle) - (r + antenna), (r + top) * sin(angle))
      highest = max(highest, atan2(up, along))
    }
  }

  @Test func `a sight line, a floor in a file and a coarsened coverage have the same cover`() throws {
    let scratch = try Scratch()
    let covered = try hills(scratch).covered(by: cover(22))
    let station = radar(latitude: -12, longitude: -75)
    let coverage = try exact(station, over: covered)
    var random = SplitMix(seed: 5)
    for _ in 0..<40 {
      let (row, column) = (Int(random.next() % 61), Int(random.next() % 61))
      guard (row, column) != (30, 30) else { continue }
      let post = Position(
        latitudeDegrees: -11.85 - 0.005 * Double(row), longitudeDegrees: -75.15 + 0.005 * Double(column))
      let line = try SightLine(
        over: .along(from: station.position, to: post, over: covered), antenna: station.antenna,
        target: .aboveGround(.metres(50)))
      let lowest = try #require(line.lowestVisibleAltitude).metres
      // The line meets crossings to a millionth of a post, on slopes of up to 220 m a post: 0.2 mm, which grows behind a
      // near crossing with the ratio of distances, up to 30.
      #expect(abs(lowest - Double(coverage.floors[0].grid[row, column])) < 7e-3)
      #expect(line.isVisible == (line.targetAltitude.metres >= lowest))
    }
    let path = scratch.path("floor.tif")
    _ = try FloorRaster.write(
      covered, antenna: site, height: .aboveGround(.metres(20)), range: .kilometres(30), quality: .exact, to: path)
    let file = try Terrain.open([path]).read(rows: 0..<61, columns: 0..<61)
    #expect(zip(file.cells, coverage.floors[0].grid.cells).allSatisfy { $0 == $1 || $0.isNaN || $1.isNaN })
    // In so little memory each post stands for several; what is hidden stays so, and the antenna is not buried.
    let coarse = try exact(station, over: covered, memory: 60_000)
    #expect(coarse.region.reduction > 1)
    let near = Position(latitudeDegrees: -12.001, longitudeDegrees: -75.001)
    #expect(try coarse.altitudes(seenBy: 0, at: near, target: echo) != nil)
    let bareCoarse = try exact(station, over: hills(scratch), memory: 60_000)
    #expect(
      zip(coarse.floors[0].grid.cells, bareCoarse.floors[0].grid.cells).allSatisfy { $0.isNaN || $1.isNaN || $0 >= $1 })
  }

  @Test func `floors kept from a run over bare ground are not those under trees`() throws {
    let scratch = try Scratch()
    let bare = try hills(scratch)
    let cache = FloorCache(folder: scratch.path("cache"))
    func cells(_ terrain: Terrain, _ cache: FloorCache?) throws -> [UInt32] {
      try TerrainCoverage.load(
        [radar(latitude: -12, longitude: -75)], over: terrain, targets: [echo], options: .init(cache: cache)
      ).floors[0].grid.cells.map(\.bitPattern)
    }
    let covered = try bare.covered(by: cover(25))
    for terrain in [bare, covered, bare, covered] { #expect(try cells(terrain, cache) == cells(terrain, nil)) }
    #expect(bare.fingerprint != covered.fingerprint)
    #expect(try covered.fingerprint != bare.covered(by: cover(25, clearing: 900)).fingerprint)
  }

  @Test func `a surveyed antenna stands where it is stated, and its effect is told`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch, north: -11.5, west: -75.5, step: 0.01, rows: 101, columns: 101) { _, _ in 24 }
    var station = radar(latitude: -12, longitude: -75, mast: 10)
    station.antennaAltitude = .metres(46)
    // It wins over a surveyed site as well.
    (station.groundElevation, station.isSurveyed) = (.metres(90), true)
    let coverage = try TerrainCoverage.load([station], over: flat, targets: [echo])
    #expect(coverage.floors[0].antennaAltitude == .metres(46))
    let note = try #require(coverage.warnings.first { $0.code == .surveyedAntenna }?.text)
    #expect(
      note.contains("46 m above sea level") && note.contains("24 m + 10 m = 34 m") && note.contains("12 m higher"))
    let mast = try TerrainCoverage.load(
      [radar(latitude: -12, longitude: -75, mast: 22)], over: flat, targets: [echo])
    #expect(coverage.floors[0].grid.cells.map(\.bitPattern) == mast.floors[0].grid.cells.map(\.bitPattern))
    station.antennaAltitude = .metres(20)
    let buried = try TerrainCoverage.load([station], over: flat, targets: [echo])
    #expect(
      buried.warnings.contains { $0.code == .buriedAntenna && $0.text.contains("4 m below the ground of the terrain") })
    #expect(
      SmoothEarthCoverage(stations: [station], groundElevation: .metres(5)).antennaHeight(of: station) == .metres(15))
  }
}
