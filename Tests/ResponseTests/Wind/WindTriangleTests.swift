import Foundation
import Response
import TestSupport
import Testing
import Units

private let table = "response/wind_triangle.csv"

/// The triangle in knots.
private func solve(course: Double, tas: Double, from: Double, wind: Double) throws -> WindTriangle? {
  try WindTriangle.solve(
    course: .degrees(course), trueAirspeed: .knots(tas),
    wind: WindVector(from: .degrees(from), speed: .knots(wind)))
}

@Test(.enabled(if: SharedData.has(table), "needs ../shared/data/response"))
func `wind triangles are those of the reference`() throws {
  for line in try Reference.lines(of: SharedData.folder.appendingPathComponent(table)).dropFirst() {
    let row = line.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    let (course, tas, from, wind) = (
      try #require(row[0]), try #require(row[1]), try #require(row[2]), try #require(row[3])
    )
    let found = try solve(course: course, tas: tas, from: from, wind: wind)
    #expect((found != nil) == (row[7] == 1), "\(line)")
    guard let found, let heading = row[4], let crab = row[5], let speed = row[6] else { continue }
    // The table has twelve decimals; close to the limit across, one unit of the input's last digit is worth 1e-9.
    #expect(abs(found.heading.degrees - heading) < 1e-9, "\(line)")
    #expect(abs(found.crab.degrees - crab) < 1e-9, "\(line)")
    #expect(abs(found.groundSpeed.knots - speed) < 1e-9, "\(line)")
  }
}

@Test func `air and wind add up to the course in ten thousand triangles`() throws {
  var random = SplitMix(seed: 20)
  var unsolved = 0
  for _ in 0..<10_000 {
    let course = random.next(in: -360...720)
    let tas = random.next(in: 1...300)
    let wind = WindVector(from: .degrees(random.next(in: 0...360)), speed: .knots(random.next(in: 0...200)))
    let along = course * .pi / 180
    guard let found = try WindTriangle.solve(course: .degrees(course), trueAirspeed: .knots(tas), wind: wind) else {
      unsolved += 1
      // Every heading in turn: none goes along the course, forward.
      let across = abs(wind.east * cos(along) - wind.north * sin(along))
      let ahead = wind.east * sin(along) + wind.north * cos(along)
      let speed = Speed.knots(tas).metresPerSecond
      #expect(across > speed || (speed * speed - across * across).squareRoot() + ahead <= 1e-9)
      continue
    }
    let (heading, speed) = (found.heading.radians, Speed.knots(tas).metresPerSecond)
    let east = speed * sin(heading) + wind.east - found.groundSpeed.metresPerSecond * sin(along)
    let north = speed * cos(heading) + wind.north - found.groundSpeed.metresPerSecond * cos(along)
    // Roundings of 10⁻¹⁴ of 250 m/s.
    #expect(abs(east) < 1e-10 && abs(north) < 1e-10)
    #expect((0..<360).contains(found.heading.degrees) && abs(found.crab.degrees) <= 90)
  }
  #expect(unsolved > 100)
}

@Test func `the limits along and across are exact at every bearing`() throws {
  for course in stride(from: 0.0, through: 360, by: 15) {
    // Straight ahead: with a headwind as fast as the aircraft it stands still.
    #expect(try solve(course: course, tas: 100, from: course, wind: 100) == nil, "\(course)")
    #expect(try #require(try solve(course: course, tas: 100, from: course, wind: 99.99)).groundSpeed.knots < 0.011)
    // From behind: the wind adds up, however fast.
    let fast = try #require(try solve(course: course, tas: 100, from: course + 180, wind: 300))
    #expect(abs(fast.groundSpeed.knots - 400) < 1e-9)
    // Straight across and as fast as the aircraft: nothing is left.
    #expect(try solve(course: course, tas: 100, from: course + 90, wind: 100) == nil, "\(course)")
    // From behind at 30°, twice as fast: the whole airspeed goes against the crosswind, the tailwind carries it.
    let held = try #require(try solve(course: course, tas: 100, from: course + 150, wind: 200), "\(course)")
    #expect(abs(held.groundSpeed.knots - 200 * (3.0.squareRoot() / 2)) < 1e-6 && abs(held.crab.degrees - 90) < 1e-5)
  }
}

@Test func `without wind the heading is the course`() throws {
  for course in [0.0, 90, 359.5, 360, -90, 725] {
    let found = try #require(try solve(course: course, tas: 120, from: 45, wind: 0))
    let turn = course.truncatingRemainder(dividingBy: 360)
    #expect(abs(found.heading.degrees - (turn < 0 ? turn + 360 : turn)) < 1e-9)
    #expect(found.crab == .zero && abs(found.groundSpeed.knots - 120) < 1e-12)
  }
}

@Test func `an aircraft without airspeed is an error, not a course that cannot be held`() {
  for tas in [0.0, -10, .nan, .infinity] {
    #expect(throws: ConditionsError.self) { try solve(course: 0, tas: tas, from: 0, wind: 10) }
  }
}

@Test func `winds are read as pilots write them`() throws {
  for text in ["240/15kt", "240°/15 kt", "240 deg / 15 knots", "24015KT", "240/7.7166667 m/s"] {
    let wind = try WindVector.parse(text)
    #expect(abs(wind.direction.degrees - 240) < 1e-9, "\(text)")
    #expect(abs(wind.speed.knots - 15) < 1e-6, "\(text)")
  }
  #expect(try WindVector.parse("calm") == .calm)
  #expect(try WindVector.parse("36005MPS").speed == .metresPerSecond(5))
  for text in [
    "", "/", "240", "240/", "/15kt", "240/15", "400/15kt", "240/-5kt", "240/900kt", "VRB05KT", "24015", "n/5kt",
  ] {
    #expect(throws: ConditionsError.self, "\(text)") { try WindVector.parse(text) }
  }
}

@Test func `a wind blows towards the opposite of whence it comes`() {
  let west = WindVector(from: .degrees(270), speed: .metresPerSecond(10))
  #expect(west.east == 10 && west.north == 0)
  #expect(west.direction.degrees == 270 && west.speed == .metresPerSecond(10))
  #expect(WindVector.calm.direction == .zero)
}
