import Foundation
import Geodesy
import TestSupport
import Testing
import Units

/// Places all over the Earth, and many where the grid is irregular: Norway, Svalbard, band and zone edges, the poles.
private func places() -> [Position] {
  var random = SplitMix(seed: 7)
  var places: [Position] = []
  func add(_ latitude: ClosedRange<Double>, _ longitude: ClosedRange<Double>, _ count: Int) {
    for _ in 0..<count {
      places.append(
        Position(latitudeDegrees: random.next(in: latitude), longitudeDegrees: random.next(in: longitude)))
    }
  }
  add(-90...90, -180...180, 5500)
  add(55...65, -1...13, 1500)
  add(71...84.5, -1...43, 1500)
  add(83...90, -180...180, 700)
  add(-90...(-79), -180...180, 700)
  for band in stride(from: -80.0, through: 84, by: 4) {
    for zone in stride(from: -180.0, through: 180, by: 15) {
      places.append(Position(latitudeDegrees: band, longitudeDegrees: zone))
      if band != 0 { places.append(Position(latitudeDegrees: band.nextDown, longitudeDegrees: zone)) }
    }
  }
  places += [(90.0, 0.0), (90, 77), (-90, 0), (-90, -120), (0, 0), (0, 180), (-1e-9, -180)].map {
    Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
  }
  return places
}

private func input(_ places: [Position]) -> [String] {
  // Never an exponent: GeoConvert takes an E for east.
  places.map { String(format: "%.17f %.17f", $0.latitudeDegrees, $0.longitudeDegrees) }
}

@Test(.enabled(if: Program.has("GeoConvert"), "needs GeoConvert"))
func `UTM and UPS agree with GeoConvert on ten thousand places`() throws {
  let places = places()
  #expect(places.count >= 10_000)
  let answers = try Program.lines("GeoConvert", ["-u", "-p", "9"], input: input(places))
  try #require(answers.count == places.count)
  var worst = (metres: 0.0, line: "")
  for (place, answer) in zip(places, answers) {
    let words = answer.split(separator: " ")
    let grid = GridCoordinate(place)
    let zone = (grid.zone == 0 ? "" : String(format: "%02d", grid.zone)) + (grid.isNorth ? "n" : "s")
    try #require(words[0] == zone, "\(place): \(answer)")
    let east = try #require(Double(words[1]))
    let north = try #require(Double(words[2]))
    let error = max(abs(east - grid.eastingMetres), abs(north - grid.northingMetres))
    if error > worst.metres { worst = (error, "\(place): \(answer)") }
  }
  // GeographicLib claims 5 nm for its series and PROJ uses one of the same order; a double of 10 000 km steps by 2 nm.
  #expect(worst.metres < 20e-9, "\(worst)")
}

@Test(.enabled(if: Program.has("GeoConvert"), "needs GeoConvert"), arguments: [0, 2, 5])
func `MGRS references agree with GeoConvert on ten thousand places`(digits: Int) throws {
  let places = places()
  // GeoConvert counts precision from 1 m: -5 is 100 km, 0 is 1 m.
  let answers = try Program.lines("GeoConvert", ["-m", "-p", "\(digits - 5)"], input: input(places))
  try #require(answers.count == places.count)
  var different: [String] = []
  for (place, answer) in zip(places, answers) {
    let own = MGRS.text(place, digits: digits)
    guard own != answer else { continue }
    // A place within a tenth of a micrometre of the edge of a square may fall to either side.
    let grid = GridCoordinate(place)
    let unit = pow(10, 5 - Double(digits))
    let isOnEdge = [grid.eastingMetres, grid.northingMetres].contains {
      abs($0 / unit - ($0 / unit).rounded()) * unit < 2e-7
    }
    if !isOnEdge { different.append("\(place): \(own), GeoConvert \(answer)") }
  }
  #expect(different.isEmpty, "\(different.count): \(different.prefix(5))")
}

@Test(.enabled(if: Program.has("GeoConvert"), "needs GeoConvert"), arguments: [0, 1, 3, 5])
func `MGRS references are read as GeoConvert reads them`(digits: Int) throws {
  // A quarter of the places for each of the four precisions.
  let quarter = digits == 0 ? 0 : digits == 1 ? 1 : digits == 3 ? 2 : 3
  let places = places().enumerated().filter { $0.offset % 4 == quarter }.map(\.element)
  #expect(places.count >= 2500)
  let references = places.map { MGRS.text($0, digits: digits) }
  let answers = try Program.lines("GeoConvert", ["-g", "-p", "9"], input: references)
  try #require(answers.count == places.count)
  var worst = (metres: 0.0, line: "")
  var refused = 0
  for (reference, answer) in zip(references, answers) {
    guard !answer.hasPrefix("ERROR") else {
      refused += 1
      continue
    }
    let words = answer.split(separator: " ").compactMap { Double($0) }
    let own = try MGRS.position(reference)
    let peer = Position(latitudeDegrees: words[0], longitudeDegrees: words[1])
    let error = Ellipsoid.wgs84.distance(from: own, to: peer).metres
    if error > worst.metres { worst = (error, "\(reference): \(own), GeoConvert \(answer)") }
  }
  // PROJ's polar stereographic inverse ends its iteration at 1e-10 rad, 0.6 mm; its UTM is good to nanometres.
  #expect(worst.metres < 0.6e-3, "\(worst)")
  #expect(refused < places.count / 100, "\(refused)")
}

@Test func `grid references with impossible parts are refused`() {
  for text in [
    "61LXM2708406816", "00LXM2708406816", "18IXM2708406816", "18LAM27084", "18LIM2708406816", "18LXW2708406816",
    "18LXM270840681", "18CXM2708406816", "CJJ", "18LX",
  ] {
    #expect(throws: GeodesyError.self, "\(text)") { try Position(parsing: text) }
  }
}
