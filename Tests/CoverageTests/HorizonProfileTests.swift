import Coverage
import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

@Suite struct HorizonProfileTests {
  @Test func `over the sea the skyline is the dip of the horizon`() throws {
    let sea = Ground.plane(columns: 801, rows: 801, step: 100) { _, _ in 0 }
    let skyline = try HorizonProfile.compute(
      terrain: sea, antenna: .post(column: 400, row: 400), antennaAltitude: .metres(50), range: .kilometres(38),
      count: 72)
    let r = meanRadius * 4 / 3
    for direction in skyline.directions {
      // The dip is the angle to the tangent point; chords of 141 m lie 141²/8R = 0.3 mm lower, seen from 29 km.
      let elevation = try #require(direction.elevation)
      #expect(abs(elevation.radians + acos(r / (r + 50))) < 1e-7)
      // Any post near the tangent point may be the highest: within 141 m of it.
      #expect(try abs(#require(direction.distance).metres - r * acos(r / (r + 50))) < 141)
      #expect(direction.knownTo == .kilometres(38))
    }
  }

  @Test func `a ring of hills is seen under its angle and distance`() throws {
    let ring = Ground.plane(columns: 401, rows: 401, step: 100) { column, row in
      let distance = (Double((column - 200) * (column - 200) + (row - 200) * (row - 200))).squareRoot()
      return abs(distance - 150) < 0.8 ? 500 : 0
    }
    let skyline = try HorizonProfile.compute(
      terrain: ring, antenna: .post(column: 200, row: 200), antennaAltitude: .metres(20), range: .kilometres(19),
      count: 360)
    for direction in skyline.directions {
      let distance = try #require(direction.distance).metres
      // Posts of the ring lie within 0.8 steps of 15 km; the ground between two of them may stand half a step beside.
      #expect(abs(distance - 15_000) < 131)
      let r = meanRadius * 4 / 3
      let ground = try #require(direction.ground).metres
      let angle = distance / r
      let elevation = atan2((r + ground) * cos(angle) - (r + 20), (r + ground) * sin(angle))
      #expect(try abs(#require(direction.elevation).radians - elevation) < 1e-12)
      // Between a post of the ring and one beside it the ground may be lower, but not than half.
      #expect(ground >= 250 && ground <= 500)
    }
  }

  @Test func `each direction is the skyline of a sight line in it, whatever the workers`() throws {
    let centre = Position(latitudeDegrees: 46, longitudeDegrees: 8)
    let terrain = Ground.degrees(
      around: centre, columns: 241, rows: 241, step: 0.003, Ground.rough(12, columns: 241, rows: 241))
    func compute(_ workers: Int) throws -> HorizonProfile {
      try HorizonProfile.compute(
        terrain: terrain, antenna: centre.place, antennaAltitude: .metres(2600), range: .kilometres(20), count: 24,
        workers: workers)
    }
    let skyline = try compute(1)
    #expect(try compute(4).directions == skyline.directions)
    for direction in skyline.directions {
      let end = Ellipsoid.wgs84.direct(from: centre, azimuth: direction.azimuth, distance: .kilometres(20)).position
      let sight = try SightLine(
        over: SightProfile.along(from: centre.place, to: end.place, over: terrain),
        antenna: .aboveSeaLevel(.metres(2600)),
        target: .aboveGround(.zero))
      let highest = try #require(sight.skyline)
      // Two ways to one geodesic: nanometres.
      #expect(try abs(#require(direction.distance).metres - highest.distance.metres) < 1e-5)
      #expect(try abs(#require(direction.ground).metres - highest.ground.metres) < 1e-5)
    }
  }

  @Test func `what lies behind a void is not told`() throws {
    let terrain = Ground.plane(columns: 101, rows: 101, step: 100) { column, row in
      column == 80 ? .nan : column == 90 ? 2000 : column == 70 ? 100 : 0
    }
    let skyline = try HorizonProfile.compute(
      terrain: terrain, antenna: .post(column: 50, row: 50), antennaAltitude: .metres(20), range: .kilometres(4.5),
      count: 4)
    let east = skyline.directions[1]
    #expect(east.ground == .metres(100) && abs(east.knownTo.metres - 3000) < 1e-6)
    #expect(throws: FloorError.self) {
      try HorizonProfile.compute(
        terrain: terrain, antenna: .post(column: 50, row: 50), antennaAltitude: .metres(-1), range: .kilometres(1))
    }
  }
}
