import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import Terrain
import TestSupport
import Testing
import Units

@Suite struct BlindnessTests {
  /// A plain at 500 m with a wall of 1500 m, 0.3° east of the radar.
  private func plain(_ scratch: Scratch) throws -> TerrainCoverage {
    let ground = try terrain(scratch, north: 1, west: 10, step: 0.01, rows: 201, columns: 201) { row, column in
      column == 130 && row < 120 ? 1500 : row == 180 ? .nan : 500
    }
    let station = radar(
      latitude: 0, longitude: 11, mast: 20, range: 90, elevations: (-10, 30), minimum: 3,
      sectors: [AzimuthSector(begin: .degrees(260), end: .degrees(280))])
    return try TerrainCoverage.load([station], over: ground, targets: [echo], options: .init(quality: .exact))
  }

  @Test func `each cause is told where it is the one`() throws {
    let scratch = try Scratch()
    let coverage = try plain(scratch)
    func cause(_ latitude: Double, _ longitude: Double, _ height: Altitude) throws -> Blindness? {
      let map = try coverage.blindness(of: 0, at: height, target: echo)
      let post = try #require(
        try coverage.region.posts(of: [Position(latitudeDegrees: latitude, longitudeDegrees: longitude)])[0])
      return map.cause(row: Int(post.row.rounded()), column: Int(post.column.rounded()))
    }
    let low = Altitude.aboveGround(.metres(100))
    // 22 km north over the plain.
    #expect(try cause(0.2, 11, low) == nil)
    // 3.3 mrad over the plain reach 18 + 41 km (20 m and 100 m); 78 km is farther.
    #expect(try cause(0.7, 11, low) == .horizon)
    #expect(try cause(0.02, 11.4, low) == .ridge)
    #expect(try cause(0.02, 11.4, .aboveSeaLevel(.metres(1900))) == nil)
    #expect(try cause(0.8, 11.2, low) == .range)
    #expect(try cause(0.01, 11, low) == .minimumRange)
    #expect(try cause(0, 10.8, low) == .sector)
    #expect(try cause(0.1, 11, .aboveSeaLevel(.metres(8000))) == .aboveBeam)
    #expect(try cause(0.2, 11, .aboveSeaLevel(.metres(400))) == .belowGround)
    // Behind the row of voids, 0.8° south: out of range but for a band below.
    #expect(try cause(-0.8, 11, .aboveSeaLevel(.metres(4000))) == .unknownTerrain)
  }

  @Test func `posts are counted under their own cause`() throws {
    let scratch = try Scratch()
    let coverage = try plain(scratch)
    let map = try coverage.blindness(of: 0, at: .aboveGround(.metres(100)), target: echo)
    var counts: [Blindness?: Int] = [:]
    for row in 0..<map.grid.frame.rows {
      for column in 0..<map.grid.frame.columns { counts[map.cause(row: row, column: column), default: 0] += 1 }
    }
    #expect(map.counts.filter { $0.value > 0 } == counts)
    // Posts lie 1.11 km apart. The disc of 3 km holds π · (3/1.11)² = 23 of them, within those along its edge; the blind 20°
    // hold at least those of the disc of 59 km that is within the horizon, π/18 · (59/1.11)² = 493, less those along its edges.
    let near = Double(map.counts[.minimumRange] ?? 0)
    let edge: Double = 2 * .pi * 3 / 1.11
    #expect(abs(near - 23) <= edge, "\(near)")
    let blind = map.counts[.sector] ?? 0
    #expect(blind >= 493 - 2 * 59, "\(blind)")
  }

  @Test func `a map of causes agrees with sight lines`() throws {
    let scratch = try Scratch()
    // A plain of gentle waves in the west that rises to hills in the east.
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.008, rows: 201, columns: 201) { row, column in
      let (x, y) = (Double(column), Double(row))
      let hills = max(0, x - 110) * 9 * (1.2 + sin(x / 5) * cos(y / 7))
      return Float(300 + 15 * sin(x / 9) * cos(y / 11) + hills)
    }
    let station = radar(latitude: -11.8, longitude: -75.3, mast: 25, range: 90)
    let coverage = try TerrainCoverage.load([station], over: ground, targets: [echo], options: .init(quality: .exact))
    let map = try coverage.blindness(of: 0, at: .aboveGround(.metres(150)), target: echo)
    let antenna = try #require(coverage.floors[0].antennaAltitude)
    let limits = RadarLimits(of: station, antennaAltitude: antenna, target: echo, k: 4.0 / 3)
    var (compared, different) = (0, 0)
    var kinds: [Blindness?: Int] = [:]
    for row in stride(from: 1, to: 200, by: 9) {
      for column in stride(from: 2, to: 200, by: 19) {
        let place = try #require(try coverage.region.positions(columns: [Double(column)], rows: [Double(row)])[0])
        let line = try coverage.sightLine(from: 0, to: place, at: .aboveGround(.metres(150)))
        let cause = line.blindness(within: limits)
        kinds[cause, default: 0] += 1
        compared += 1
        if cause != map.cause(row: row, column: column) { different += 1 }
      }
    }
    // Ridge and horizon meet along a line a post or so wide, where the means along rays half a degree apart may differ
    // from that along the line: a few posts of the border at most.
    #expect(Double(different) <= 0.01 * Double(compared), "\(different) of \(compared)")
    for kind in [nil, .ridge, .horizon, .range] as [Blindness?] { #expect(kinds[kind] ?? 0 > 10, "\(kinds)") }
  }

  @Test func `a mast told for a place makes the radar see it`() throws {
    let scratch = try Scratch()
    let coverage = try plain(scratch)
    let place = Position(latitudeDegrees: 0.02, longitudeDegrees: 11.4)
    let line = try coverage.sightLine(from: 0, to: place, at: .aboveGround(.metres(400)))
    #expect(line.cause == .ridge)
    let mast = try #require(line.mastToClear)
    var higher = coverage.stations[0]
    // A centimetre more, for the ground between posts and the rounding of floors to Float.
    higher.antennaHeight = higher.antennaHeight + mast + .metres(0.01)
    let raised = try TerrainCoverage.load(
      [higher], over: coverage.region.terrain, targets: [echo], options: .init(quality: .exact))
    let seen = try raised.sightLine(from: 0, to: place, at: .aboveGround(.metres(400)))
    #expect(seen.isVisible)
    let altitudes = try #require(try raised.altitudes(seenBy: 0, at: place, target: echo))
    #expect(altitudes.lowerBound.metres < 900.2)
  }
}
