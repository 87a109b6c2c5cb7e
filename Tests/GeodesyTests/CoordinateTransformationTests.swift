import Foundation
import Geodesy
import TestSupport
import Testing
import Units

@Test(.enabled(if: Program.has("cs2cs"))) func `PSAD56 maps agree with cs2cs to a tenth of a millimetre`() throws {
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
  #expect(result.warnings.contains { (line: String) in line.contains("outside the area of use") })
}

@Test func `a ballpark operation is told`() throws {
  // A local engineering datum of a PROJ string has no published way to WGS 84.
  var transformation = try CoordinateTransformation(from: "+proj=utm +zone=18 +south +ellps=intl", to: "EPSG:32718")
  let result = try transformation.transform(x: 500_000, y: 8_600_000)
  #expect(result.warnings.contains { (line: String) in line.contains("ballpark") })
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
  var tolerance: Double
  var accept: [Double]
  var expect: [Double]
}

/// Reads the cases of a `.gie` file whose operation is a plain map projection from degrees, forward or inverse.
private func gieCases(_ path: String) throws -> [GieCase] {
  // Without eqc and aeqd: the files are a later PROJ's, which gave eqc an ellipsoid and aeqd its antipode.
  let projections: Set = [
    "aea", "bonne", "cass", "cea", "eck4", "eqdc", "etmerc", "laea", "lcc", "merc", "mill", "moll",
    "omerc", "ortho", "poly", "robin", "sinu", "somerc", "stere", "sterea", "tmerc", "ups", "utm",
    "webmerc",
  ]
  var cases: [GieCase] = []
  var operation = ""
  var tolerance = 5e-4
  var isInverse = false
  var accept: [Double] = []
  let units = ["nm": 1e-9, "um": 1e-6, "mm": 1e-3, "cm": 1e-2, "dm": 0.1, "m": 1, "km": 1000]
  let joined = try SharedData.lines(path).joined(separator: "\n").replacing(/\\\s*\n/, with: " ")
  for line in joined.split(whereSeparator: \.isNewline) {
    let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let verb = words.first else { continue }
    switch verb {
    case "operation":
      operation = words.dropFirst().joined(separator: " ")
      (tolerance, isInverse, accept) = (5e-4, false, [])
    case "tolerance": tolerance = (Double(words[1]) ?? .nan) * (words.count > 2 ? units[words[2]] ?? .nan : 1)
    case "direction": isInverse = words[1] == "inverse"
    case "accept": accept = words.dropFirst().compactMap { Double($0) }
    case "expect":
      let expect = words.dropFirst().compactMap { Double($0) }
      let name = operation.split(separator: " ").first.map {
        String($0).replacing("+", with: "").replacing("proj=", with: "")
      }
      guard let name, projections.contains(name), accept.count == 2, expect.count == 2, !operation.contains("step"),
        !operation.contains("pipeline"), tolerance.isFinite
      else { continue }
      cases.append(
        GieCase(
          operation: operation, tolerance: tolerance, accept: isInverse ? expect : accept,
          expect: isInverse ? accept : expect))
    default: continue
    }
  }
  return cases
}

@Test(.enabled(if: SharedData.has("geodesy/builtins.gie")))
func `PROJ's own projection tests hold through this interface`() throws {
  var checked = 0
  var skipped: Set<String> = []
  for test in try gieCases("geodesy/builtins.gie") + gieCases("geodesy/more_builtins.gie")
    + gieCases("geodesy/ellipsoid.gie")
  {
    let parameters = test.operation.split(separator: " ").map { $0.hasPrefix("+") ? String($0) : "+\($0)" }
    let figure = parameters.filter { part in
      ["+ellps=", "+R=", "+a=", "+b=", "+rf=", "+f=", "+es="].contains { (key: String) in part.hasPrefix(key) }
    }
    let projected = parameters.joined(separator: " ")
    let geographic = "+proj=longlat " + (figure.isEmpty ? "+ellps=GRS80" : figure.joined(separator: " "))
    // Azimuths of orthographic maps are a later PROJ's, and at the pole of Mercator a rounding of degrees moves the
    // answer by thousands of kilometres; Debian's cct misses the lunar case alike. A named ellipsoid
    // with another flattening, axis and unit switches, spheres made of ellipsoids and test operations are no reference systems.
    guard !projected.contains("axis"), !projected.contains("alpha=27"), !projected.contains("R=1737400"),
      !(projected.contains("ellps=") && figure.count > 1),
      abs(test.accept[1]) < 89.9,
      !projected.contains("+R_"), !projected.contains("approx"),
      !figure.contains("+ellps=" as String),
      var transformation = try? CoordinateTransformation(
        from: geographic, to: projected + (figure.isEmpty ? " +ellps=GRS80" : ""))
    else {
      skipped.insert(test.operation)
      continue
    }
    let own = transformation.transform([(x: test.accept[0], y: test.accept[1])])[0]
    // Files round what they expect; the tolerance says to what.
    #expect(
      abs(own.x - test.expect[0]) <= test.tolerance + 1e-8 && abs(own.y - test.expect[1]) <= test.tolerance + 1e-8,
      "\(test): \(own)")
    checked += 1
  }
  #expect(checked > 150, "only \(checked) cases; skipped \(skipped)")
}
