import Foundation
import Geodesy
import TestSupport
import Testing
import Units

/// Notations of one place, 12.6° S 73.83° W, converted by hand.
@Test(arguments: [
  "-12.6, -73.83", "-12.6 -73.83", "-12.6;-73.83", "-12,6; -73,83", "-12,6 -73,83", "\u{2212}12.6, \u{2212}73.83",
  "-12.6,-73.83",
  "12.6S 73.83W", "12.6 S, 73.83 W", "S12.6 W73.83", "s 12.6 w 73.83", "73.83W 12.6S", "12.6°S 73.83°O",
  "-12.6°, -73.83°",
  "12°36'00\"S 73°49'48\"W", "12° 36′ 0″ S, 73° 49′ 48″ W", "12º36'00''S 73º49'48''O", "12 36 00 S 73 49 48 W",
  "S12 36.0 W073 49.8", "12°36'S 73°49.8'W", "12 36 0 S, 73 49 48 W", "-12 36 0, -73 49 48", "-12°36'0\" -73°49'48\"",
  "123600S0734948W", "123600S 0734948W", "1236S07349.8W", "12°36' Sur, 73°49.8' Oeste", "lat: -12.6, lon: -73.83",
  "-12.6, 286.17", "W73.83 S12.6", "12.6 sur 73.83 oeste", "12 36 S 73 49 48 W", "12,6°S 73,83°W",
])
func `one place is read in many notations`(text: String) throws {
  let place = try Position(parsing: text)
  #expect(abs(place.latitudeDegrees + 12.6) < 1e-12)
  #expect(abs(place.longitudeDegrees + 73.83) < 1e-12)
}

@Test(arguments: [
  "", "   ", "abc", "12.6", "-12.6, -73.83, 5", "95, 10", "-90.0001, 10", "10, 361", "10, -181",
  "12 60 00 S 73 49 48 W",
  "12 36 60 S 73 49 48 W", "12.6S 73.83S", "12.6W 73.83W", "-12.6S 73.83W", "nan, nan", "inf, 0", "1e400, 0",
  "12.5 36 S 73 W",
  "12..6, 3", "18L 627084", "0L 627084 8606816", "61L 627084 8606816", "18I 627084 8606816", "18L 50000 8606816",
  "18L 627084 18606816", "18L 627084 1000", "18L 8606816 627084", "12°36°S 73°W", "12'36°S 73°W", "--12, 5", "12 S",
  "N S",
])
func `what is no position is refused`(text: String) {
  #expect(throws: GeodesyError.self) { try Position(parsing: text) }
}

@Test func `zone 18S says both of its readings`() throws {
  for text in ["18S 627084 8606816", "18 S 627084 3606816"] {
    let error = try #require(throws: GeodesyError.self) { try Position(parsing: text) }
    #expect(error.code == .ambiguousCoordinate)
    #expect(error.message.contains("band S") && error.message.contains("zone 18 south"))
  }
}

@Test(arguments: [
  "18L 627084 8606816", "18l 627084 8606816", "18 L 627084 8606816", "18 south 627084 8606816", "18 sur 627084 8606816",
  "zone 18 south 627084 8606816", "UTM 18L 627084 8606816", "18L 627084mE 8606816mN", "18L 627084, 8606816",
  "Zona 18 Sur 627084 8606816", "18L 627084.0 8606816.0",
])
func `UTM is read with a band letter or a spelled hemisphere`(text: String) throws {
  let place = try Position(parsing: text)
  // cs2cs EPSG:32718 EPSG:4326, PROJ 9.1.1.
  #expect(abs(place.latitudeDegrees + 12.6000003) < 1e-4)
  let grid = GridCoordinate(place)
  #expect(grid.zone == 18 && !grid.isNorth)
  #expect(abs(grid.eastingMetres - 627_084) < 1e-6 && abs(grid.northingMetres - 8_606_816) < 1e-6)
}

@Test func `what is written can be read again`() throws {
  var random = SplitMix(seed: 11)
  var read = 0
  for _ in 0..<500 {
    let place = Position(latitudeDegrees: random.next(in: -90...90), longitudeDegrees: random.next(in: -180...180))
    // Half of the last digit along latitude and longitude, and for MGRS the whole square.
    for (text, metres) in [
      (place.dms(decimals: 3), 0.03), (place.decimal(decimals: 7), 0.02), (place.utm(decimals: 2), 0.01),
      (place.mgrs(), 1),
    ] {
      let back = try Position(parsing: text)
      #expect(Ellipsoid.wgs84.distance(from: place, to: back).metres < metres, "\(text)")
      read += 1
    }
  }
  #expect(read == 2000)
}

@Test func `seconds that round to sixty carry on`() {
  #expect(
    Position(latitudeDegrees: 12.9999999999, longitudeDegrees: -179.9999999999).dms()
      == "13°00'00.00\"N 180°00'00.00\"W")
  #expect(Position(latitudeDegrees: -1e-12, longitudeDegrees: 0).dms(decimals: 0) == "0°00'00\"N 0°00'00\"E")
}

@Test func `a grid may have decimal commas, and one comma alone parts its numbers`() throws {
  let point = try Position(parsing: "18L 627084.5 8606816.5")
  #expect(try Position(parsing: "18L 627084,5 8606816,5") == point)
  #expect(try Position(parsing: "18L 627084,8606816") == Position(parsing: "18L 627084 8606816"))
}
