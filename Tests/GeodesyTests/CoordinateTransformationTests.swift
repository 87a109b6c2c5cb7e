import Foundation
import Geodesy
import TestSupport
import Testing
import Units

@Test(.enabled(if: Program.has("cs2cs"), "needs cs2cs"))
func `PSAD56 maps agree with cs2cs to a tenth of a millimetre`() throws {
  var random = SplitMix(seed: 56)
  let points = (0..<200).map { _ in (x: random.next(in: 200_000...800_000), y: random.next(in: 8_000_000...9_900_000)) }
  let input = points.map { String(format: "%.6f %.6f", $0.x, $0.y) }
  for target in ["EPSG:32718", "EPSG:32719", "EPSG:24877"] {
    let answers = try Program.lines("cs2cs", ["-d", "9", "EPSG:24878", target], input: input)
    var transformation = try CoordinateTransformation(from: "EPSG:24878", to: target)
    let own = transformation.transform(points)
    try #require(answers.count == own.count)
    for (answer, point) in zip(answers, own) {
      let words = answer.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      // The input was rounded to a micrometre.
      #expect(abs(words[0] - point.x) < 1e-5 && abs(words[1] - point.y) < 1e-5, "\(target): \(answer)")
    }
  }
}

@Test func `the operation and its accuracy are PROJ's choice for the place`() throws {
  var transformation = try CoordinateTransformation(from: "EPSG:24878", to: "EPSG:32718")
  let result = try transformation.transform(x: 627_300, y: 8_607_180)
  // EPSG:1208, PSAD56 to WGS 84 (8), Peru onshore: x, y, z shifts good to 6 + 6 + 10 m, 16 m in the registry's sum.
  #expect(result.operation.contains("PSAD56 to WGS 84 (8)"))
  #expect(result.accuracy == .metres(16))
  #expect(result.warnings.isEmpty)
  let batch = transformation.transform([(627_300, 8_607_180)])
  #expect(batch[0].x == result.x && batch[0].y == result.y)
}

@Test func `x is easting or longitude whatever the authority's order`() throws {
  var transformation = try CoordinateTransformation(from: "EPSG:4326", to: "EPSG:32718")
  let result = try transformation.transform(x: -73.83, y: -12.6)
  let grid = GridCoordinate(Position(latitudeDegrees: -12.6, longitudeDegrees: -73.83))
  #expect(abs(result.x - grid.eastingMetres) < 1e-6 && abs(result.y - grid.northingMetres) < 1e-6)
}

@Test func `a place outside the area of use is told`() throws {
  var transformation = try CoordinateTransformation(from: "EPSG:4326", to: "EPSG:32718")
  let result = try transformation.transform(x: 10, y: 45)
  #expect(result.warnings.contains { $0.code == .outsideAreaOfUse && $0.text.contains("outside the area of use") })
}

// EPSG's dataset: 32718 is for 78° to 72° W, 80° S to the equator; 3460 for Fiji, 176.81° E to 178.15° W, 20.81° to 12.42° S.
@Test func `an area of use ends at its edges on all sides, and may cross the antimeridian`() throws {
  let zone = try #require(try ReferenceSystem("EPSG:32718").areaOfUse)
  let fiji = try #require(try ReferenceSystem("EPSG:3460").areaOfUse)
  let cases: [(ReferenceSystem.AreaOfUse, latitude: Double, longitude: Double, isInside: Bool)] = [
    (zone, -12, -75, true), (zone, 0, -78, true), (zone, -80, -72, true), (zone, 0.01, -75, false),
    (zone, -80.01, -75, false), (zone, -12, -78.01, false), (zone, -12, -71.99, false),
    (fiji, -17, 179, true), (fiji, -17, -179, true), (fiji, -17, 176, false), (fiji, -17, -178, false),
    (fiji, -12, 179, false), (fiji, -21, 179, false),
  ]
  for (area, latitude, longitude, isInside) in cases {
    let place = Position(latitudeDegrees: latitude, longitudeDegrees: longitude)
    #expect(area.contains(place) == isInside, "\(area.name): \(latitude) \(longitude)")
  }
}

@Test func `a ballpark operation is told`() throws {
  // A local engineering datum of a PROJ string has no published way to WGS 84.
  var transformation = try CoordinateTransformation(from: "+proj=utm +zone=18 +south +ellps=intl", to: "EPSG:32718")
  let result = try transformation.transform(x: 500_000, y: 8_600_000)
  #expect(result.warnings.contains { $0.code == .datumLeftOut && $0.text.contains("ballpark") })
}

@Test func `unknown systems and things that are none are refused`() {
  for text in ["EPSG:99999", "nonsense", "", "EPSG:7030", "EPSG:5773", "+proj=nosuch"] {
    #expect(throws: GeodesyError.self, "\(text)") { try ReferenceSystem(text) }
  }
}

@Test func `coordinates that no place has are refused`() throws {
  var transformation = try CoordinateTransformation(from: "EPSG:32718", to: "EPSG:4326")
  #expect(throws: GeodesyError.self) { try transformation.transform(x: 1e30, y: 1e30) }
  #expect(throws: GeodesyError.self) { try transformation.transform(x: .nan, y: 0) }
}

/// One check of a `.gie` file: an operation, a point in and a point out.
private struct GieCase {
  var operation: String
  /// In metres.
  var tolerance: Double
  /// Longitude and latitude.
  var degrees: [Double]
  /// Easting and northing.
  var metres: [Double]
}

/// Reads the cases of a `.gie` file; where the direction is inverse, what goes in are the metres.
private func gieCases() throws -> [GieCase] {
  let units = ["nm": 1e-9, "um": 1e-6, "mm": 1e-3, "cm": 1e-2, "m": 1]
  var cases: [GieCase] = []
  var (operation, tolerance, isInverse) = ("", Double.nan, false)
  var accept: [Double] = []
  for line in try Reference.lines("GeodesyTests", "projections.gie") {
    let words = line.split(separator: " ").map(String.init)
    switch words[0] {
    case "operation": (operation, tolerance, isInverse) = (words.dropFirst().joined(separator: " "), .nan, false)
    case "tolerance": tolerance = try #require(Double(words[1])) * #require(units[words[2]])
    case "direction": isInverse = words[1] == "inverse"
    case "accept": accept = words.dropFirst().compactMap { Double($0) }
    default:
      let expect = words.dropFirst().compactMap { Double($0) }
      try #require(words[0] == "expect" && accept.count == 2 && expect.count == 2 && tolerance.isFinite, "\(line)")
      cases.append(
        GieCase(
          operation: operation, tolerance: tolerance, degrees: isInverse ? expect : accept,
          metres: isInverse ? accept : expect))
    }
  }
  return cases
}

@Test func `PROJ's own projection tests hold through this interface`() throws {
  let cases = try gieCases()
  #expect(cases.count == 478)
  for test in cases {
    let parameters = test.operation.split(separator: " ").map { $0.hasPrefix("+") ? String($0) : "+\($0)" }
    let figure = parameters.filter { part in
      ["+ellps=", "+R=", "+a=", "+b=", "+rf=", "+f=", "+es="].contains { (key: String) in part.hasPrefix(key) }
    }
    let ellipsoid = figure.isEmpty ? "+ellps=GRS80" : figure.joined(separator: " ")
    var transformation = try CoordinateTransformation(
      from: "+proj=longlat \(ellipsoid)",
      to: parameters.joined(separator: " ") + (figure.isEmpty ? " +ellps=GRS80" : ""))
    let own = transformation.transform([(x: test.degrees[0], y: test.degrees[1])])[0]
    // Files round what they expect; the tolerance says to what, and 10 nm are the rounding of metres up to 1e8.
    #expect(
      abs(own.x - test.metres[0]) <= test.tolerance + 1e-8 && abs(own.y - test.metres[1]) <= test.tolerance + 1e-8,
      "\(test): \(own)")
  }
}
