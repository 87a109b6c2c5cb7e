import Foundation
import Geodesy
import Response
import Scenario
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\nlayers:\n"
private let hasCs2cs = Program.has("cs2cs")

/// What PROJ's own program makes of an easting and a northing.
private func cs2cs(_ crs: String, _ x: Double, _ y: Double) throws -> Position {
  let text = try Program.output("cs2cs", ["-f", "%.10f", crs, "EPSG:4326"], input: "\(x) \(y)\n")
  let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  return Position(
    latitudeDegrees: try #require(numbers.first), longitudeDegrees: try #require(numbers.dropFirst().first))
}

@Test(.enabled(if: hasCs2cs, "cs2cs is not installed"), arguments: ["EPSG:24878", "EPSG:32718"])
func `x and y are transformed from the layer's system as cs2cs does`(crs: String) throws {
  let layer = "{ file: b.csv, crs: \"\(crs)\", columns: { x: ESTE, y: NORTE } }"
  let scenario = try load(head + "  bases: \(layer)\n", ["b.csv": "id,ESTE,NORTE\na,627300,8607180\n"])
  let found = try #require(scenario.bases.first?.position)
  let expected = try cs2cs(crs, 627_300, 8_607_180)
  // Both are PROJ; cs2cs prints 10 decimals of a degree, 11 µm.
  #expect(Ellipsoid.wgs84.distance(from: found, to: expected) < .metres(0.0001))
}

@Test func `x and y of inline rows take the system beside them`() throws {
  let scenario = try load(
    head + """
        bases: { crs: "EPSG:4326", rows: [{ id: a, x: -73.5, y: -12.5 }] }
        routes: { crs: "EPSG:4326", rows: [{ id: r, altitude: 1 km AGL, points: [{ x: -73, y: -12 }] }] }
      """)
  #expect(scenario.bases.first?.position == Position(latitudeDegrees: -12.5, longitudeDegrees: -73.5))
}

@Test func `a place outside the system's area of use is warned of`() throws {
  let layer = "{ crs: \"EPSG:24878\", rows: [{ id: a, x: 627300, y: 5000000 }] }"
  #expect(try load(head + "  bases: \(layer)\n").warnings.contains { $0.what.contains("area of use") })
}

@Test(arguments: [
  ("EPSG:32718", "x: 1e9, y: 1e12"), ("EPSG:32718", "x: nan, y: 5"), ("EPSG:32718", "x: 5"),
  ("nonsense", "x: 5, y: 5"), ("EPSG:999999", "x: 5, y: 5"), ("EPSG:5773", "x: 5, y: 5"),
])
func `coordinates that are no place and systems that are none are refused once`(crs: String, fields: String) throws {
  let found = try problems(head + "  bases: { crs: \"\(crs)\", rows: [{ id: a, \(fields) }] }\n")
  #expect(found.count == 1, "\(found)")
}
