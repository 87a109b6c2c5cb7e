import Coverage
import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

private func line(
  _ terrain: Grid<Float>, _ a: AntennaPlace, _ antenna: Altitude, _ b: AntennaPlace, _ target: Altitude,
  k: Double = 4.0 / 3
) throws -> SightLine {
  try SightLine(over: SightProfile.along(from: a, to: b, over: terrain), antenna: antenna, target: target, k: k)
}

private func row(_ column: Double) -> AntennaPlace { .post(column: column, row: 0) }

@Suite struct SightLineTests {
  @Test func `a knife edge on the sphere hides as plane trigonometry has it`() throws {
    // 201 posts of 500 m in one row; a wall of 800 m at post 60. In the plane of both verticals, the straight line from
    // the antenna over the wall's top is met with the target's vertical.
    let terrain = Ground.plane(columns: 201, rows: 1, step: 500) { column, _ in column == 60 ? 800 : 0 }
    let sight = try line(terrain, row(0), .aboveGround(.metres(20)), row(200), .aboveGround(.metres(900)))
    let r = meanRadius * 4 / 3
    func point(_ distance: Double, _ height: Double) -> (x: Double, y: Double) {
      let angle = distance / r
      return ((r + height) * sin(angle), (r + height) * cos(angle))
    }
    let (a, p) = (point(0, 20), point(30_000, 800))
    let slope = (p.y - a.y) / (p.x - a.x)
    // x = ρ sin θ, y = ρ cos θ on the target's vertical and y = a.y + slope·x.
    let angle = 100_000 / r
    let rho = a.y / (cos(angle) - slope * sin(angle))
    let lowest = try #require(sight.lowestVisibleAltitude)
    // Coordinates of 8.5e6 m in doubles: some 1e-9 each, ten times that after the division.
    #expect(abs(lowest.metres - (rho - r)) < 1e-7)
    #expect(sight.cause == .ridge)
    let block = try #require(sight.blockingPoint)
    #expect(abs(block.distance.metres - 30_000) < 1e-6 && block.ground == .metres(800))
    let target = point(100_000, 900)
    let back = (target.y - a.y) / (target.x - a.x)
    let wall = 30_000 / r
    let height = a.y / (cos(wall) - back * sin(wall)) - r
    #expect(abs(block.sightAltitude.metres - height) < 1e-7)
    #expect(abs(block.obstruction.metres - (800 - height)) < 1e-7)
  }

  @Test func `over a flat sea the target sinks at the sum of both horizons`() throws {
    // Between posts of 100 m the sea is a chord, which lies lower than the sphere by 100²/8R = 0.15 mm.
    let terrain = Ground.plane(columns: 1001, rows: 1, step: 100) { _, _ in 0 }
    let r = meanRadius * 4 / 3
    let limit = r * acos(r / (r + 30)) + r * acos(r / (r + 200))
    func sees(_ distance: Double) throws -> SightLine {
      try line(terrain, row(0), .aboveGround(.metres(30)), row(distance / 100), .aboveGround(.metres(200)))
    }
    // The chord shifts the limit by 0.15 mm over the grazing angle, R·δ/√(2Rh) ≈ 0.06 m; 1 m is far beyond.
    #expect(try sees(limit - 1).isVisible)
    let hidden = try sees(limit + 1)
    #expect(hidden.cause == .horizon)
    let far = try #require(hidden.skyline)
    // The chords touch anywhere within a post of the tangent point.
    #expect(abs(far.distance.metres - r * acos(r / (r + 30))) <= 100)
  }

  @Test func `a mountain top over a plain has a horizon, and a gorge in a plateau does not take it away`() throws {
    let plain = Ground.plane(columns: 3001, rows: 1, step: 100) { column, _ in column < 3 ? 1000 : 0 }
    let down = try line(plain, row(0), .aboveGround(.metres(20)), row(2500), .aboveGround(.metres(100)))
    #expect(down.cause == .horizon)
    let plateau = Ground.plane(columns: 1001, rows: 1, step: 100) { column, _ in
      (400..<410).contains(column) ? 3000 : 3800
    }
    #expect(
      try line(plateau, row(0), .aboveGround(.metres(20)), row(900), .aboveGround(.metres(100))).cause == .horizon)
    let ridge = Ground.plane(columns: 1001, rows: 1, step: 100) { column, _ in
      column < 5 || column > 890 ? 3800 : column == 500 ? 3790 : 500
    }
    #expect(try line(ridge, row(0), .aboveGround(.metres(20)), row(900), .aboveGround(.metres(100))).cause == .ridge)
  }

  @Test func `unknown ground on the way is never seen through`() throws {
    let terrain = Ground.plane(columns: 101, rows: 1, step: 100) { column, _ in column == 40 ? .nan : 0 }
    let beyond = try line(terrain, row(0), .aboveGround(.metres(50)), row(80), .aboveGround(.metres(5000)))
    #expect(beyond.cause == .unknownTerrain && beyond.lowestVisibleAltitude == nil && beyond.mastToClear == nil)
    #expect(try line(terrain, row(0), .aboveGround(.metres(50)), row(39), .aboveGround(.metres(50))).isVisible)
    let outside = try line(terrain, row(0), .aboveGround(.metres(50)), row(300), .aboveSeaLevel(.metres(500)))
    #expect(outside.cause == .unknownTerrain)
  }

  @Test func `heights that make no sense are refused by name`() throws {
    let terrain = Ground.plane(columns: 11, rows: 1, step: 100) { column, _ in column == 4 ? .nan : 500 }
    func code(_ a: Double, _ antenna: Altitude, _ b: Double, k: Double = 1.3) -> FloorError.Code? {
      do {
        _ = try line(terrain, row(a), antenna, row(b), .aboveSeaLevel(.metres(600)), k: k)
        return nil
      } catch { return (error as? FloorError)?.code }
    }
    #expect(code(0, .aboveSeaLevel(.metres(499)), 3) == .belowGround)
    #expect(code(4, .aboveGround(.metres(20)), 8) == .unknownGround)
    #expect(code(2, .aboveGround(.metres(20)), 2) == .samePlace)
    #expect(code(0, .aboveGround(.metres(20)), 3, k: 0) == .badParameter)
    #expect(code(4, .aboveSeaLevel(.metres(20)), 8) == nil)
    #expect(
      try line(terrain, row(0), .aboveGround(.metres(5)), row(3), .aboveSeaLevel(.metres(100))).cause == .belowGround)
  }

  @Test func `a mast of that height clears the line and a lower one does not`() throws {
    let terrain = Ground.plane(columns: 120, rows: 120, step: 250, Ground.rough(7, columns: 120, rows: 120))
    var random = SplitMix(seed: 11)
    var hidden = 0
    for _ in 0..<200 {
      func place() -> AntennaPlace { .post(column: random.next(in: 0...119), row: random.next(in: 0...119)) }
      let (a, b) = (place(), place())
      let target = Altitude.aboveGround(.metres(random.next(in: 0...300)))
      let sight = try line(terrain, a, .aboveGround(.metres(10)), b, target)
      let altitude = try #require(sight.clearingAntennaAltitude)
      guard !sight.isVisible else {
        #expect(altitude <= sight.antennaAltitude && sight.mastToClear == .zero)
        continue
      }
      hidden += 1
      let mast = try #require(sight.mastToClear)
      #expect(altitude == sight.antennaAltitude + mast)
      // 10 µm: rounding of 1e-9 m, stretched by the ratio of the distances of target and obstacle, here at most 1e4.
      #expect(try line(terrain, a, .aboveSeaLevel(altitude + .metres(1e-5)), b, target).isVisible)
      #expect(try !line(terrain, a, .aboveSeaLevel(altitude - .metres(1e-5)), b, target).isVisible)
    }
    #expect(hidden > 50)
  }

  @Test func `on a plane A sees B exactly when B sees A`() throws {
    let terrain = Ground.plane(columns: 90, rows: 90, step: 200, Ground.rough(3, columns: 90, rows: 90))
    var random = SplitMix(seed: 5)
    for _ in 0..<200 {
      func place() -> AntennaPlace { .post(column: random.next(in: 0...89), row: random.next(in: 0...89)) }
      let (a, b) = (place(), place())
      let there = try line(terrain, a, .aboveGround(.metres(15)), b, .aboveGround(.metres(40)))
      let lowest = try #require(there.lowestVisibleAltitude)
      // 10 µm on either side of the lowest altitude, for rounding as above.
      for (shift, isSeen) in [(1e-5, true), (-1e-5, false)] where isSeen || there.lowestVisibleHeight != .zero {
        let back = try line(
          terrain, b, .aboveSeaLevel(lowest + .metres(shift)), a, .aboveSeaLevel(there.antennaAltitude))
        #expect(back.isVisible == isSeen)
      }
    }
  }

  @Test func `a higher antenna and a larger k never raise the lowest visible altitude`() throws {
    let terrain = Ground.plane(columns: 90, rows: 90, step: 1000, Ground.rough(9, columns: 90, rows: 90))
    var random = SplitMix(seed: 2)
    for _ in 0..<100 {
      let a = AntennaPlace.post(column: random.next(in: 0...89), row: random.next(in: 0...89))
      let b = AntennaPlace.post(column: random.next(in: 0...89), row: random.next(in: 0...89))
      let profile = try SightProfile.along(from: a, to: b, over: terrain)
      func lowest(_ height: Double, _ k: Double) throws -> Double {
        let sight = try SightLine(
          over: profile, antenna: .aboveGround(.metres(height)), target: .aboveGround(.zero), k: k)
        return try #require(sight.lowestVisibleAltitude).metres
      }
      let base = try lowest(20, 4.0 / 3)
      // Altitudes come out of a radius of 8.5e6 m, whose last bit is 2e-9 m.
      #expect(try lowest(60, 4.0 / 3) <= base + 1e-8)
      #expect(try lowest(20, 2) <= base + 1e-8)
      #expect(try lowest(20, 1) >= base - 1e-8)
    }
  }
}
