import Coverage
import Foundation
import Geodesy
import TestSupport
import Testing
import Units

private let sphere = Ellipsoid(semiMajorAxis: .metres(6_371_000), flattening: 0)
private let sphereRadius = 6_371_000.0

private func disc(_ latitude: Double, _ longitude: Double, _ kilometres: Double, hole: Double = 0) -> CoverageRing {
  CoverageRing(
    stationID: "", centre: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), targetHeight: .zero,
    innerRadius: .kilometres(hole), outerRadius: .kilometres(kilometres), limit: .instrumented)
}

/// The area of a spherical cap, 2πR²(1 − cos r/R) = 4πR² sin²(r/2R).
private func cap(_ kilometres: Double) -> Double {
  let half = sin(kilometres * 1000 / sphereRadius / 2)
  return 4 * .pi * sphereRadius * sphereRadius * half * half
}

/// The area common to two caps of one radius: two circular segments, each a sector of the cap less a triangle
/// (Todhunter, Spherical Trigonometry, §97: the excess of a triangle of two equal sides).
private func lens(radius kilometres: Double, distance: Double) -> Double {
  let r = kilometres * 1000 / sphereRadius
  let half = distance * 1000 / sphereRadius / 2
  // Right triangle centre – midpoint – crossing: hypotenuse r, leg half.
  let atCentre = acos(tan(half) / tan(r))
  let atCrossing = asin(sin(half) / sin(r))
  let sector = 2 * atCentre * (1 - cos(r))
  let triangle = 2 * atCentre + 2 * atCrossing - .pi
  return 2 * (sector - triangle) * sphereRadius * sphereRadius
}

/// Fractions at which areas must agree: the documented accuracy.
private let tolerance = 1e-7
/// Areas to the equator reach 2.6e14 m², where `Double` steps by 0.03 m²; hundreds of them are summed.
private let rounding = 10.0

private func squareMetres(_ rings: [CoverageRing], _ count: Int = 3, on ellipsoid: Ellipsoid = sphere) -> [Double] {
  OverlapArea.areas(coveredBy: rings, upTo: count, on: ellipsoid).map(\.squareMetres)
}

private func expectEqual(_ value: Double, _ expected: Double, scale: Double, _ what: String = "") {
  #expect(abs(value - expected) <= tolerance * scale + rounding, "\(what) \(value) is not \(expected)")
}

@Test func `a disc on a sphere has the area of a cap wherever it lies`() {
  for (latitude, longitude) in [(0.0, 0.0), (12, -73), (-45, 179.9), (89, 30), (90, 0), (-90, 17), (-88, -180)] {
    for radius in [1.0, 60, 450, 3000, 9000] {
      let area = squareMetres([disc(latitude, longitude, radius)])
      expectEqual(area[0], cap(radius), scale: cap(radius), "at \(latitude), \(longitude), \(radius) km:")
      #expect(area[1] == 0 && area[2] == 0)
    }
  }
}

@Test func `two overlapping discs share a lens`() {
  // Centres on one meridian, on the equator, across the antimeridian and on both sides of a pole.
  let degree = 111.19492664455873  // km per degree on this sphere
  let pairs = [
    ((0.0, 0.0), (0.0, 2.0)), ((0, -1), (0, 1)), ((-13, 5), (-11, 5)), ((0, 179), (0, -179)), ((89, 20), (89, -160)),
  ]
  for (a, b) in pairs {
    for radius in [112.0, 150, 400] {
      let area = squareMetres([disc(a.0, a.1, radius), disc(b.0, b.1, radius)])
      let shared = lens(radius: radius, distance: 2 * degree)
      expectEqual(area[1], shared, scale: cap(radius), "shared by \(a) and \(b) at \(radius) km:")
      expectEqual(area[0], 2 * cap(radius) - shared, scale: cap(radius), "union of \(a) and \(b) at \(radius) km:")
    }
  }
}

@Test func `coincident, nested, touching and separate discs are told apart`() {
  let whole = cap(100)
  expectEqual(squareMetres([disc(5, 5, 100), disc(5, 5, 100)])[1], whole, scale: whole)
  let three = squareMetres([disc(5, 5, 100), disc(5, 5, 100), disc(5, 365, 100)], 4)
  for level in 0..<3 { expectEqual(three[level], whole, scale: whole) }
  #expect(three[3] == 0)
  let nested = squareMetres([disc(5, 5, 100), disc(5.1, 5, 20)])
  expectEqual(nested[0], whole, scale: whole)
  expectEqual(nested[1], cap(20), scale: whole)
  let degree = 111.19492664455873
  let touching = squareMetres([disc(0, 0, degree), disc(0, 2, degree)])
  expectEqual(touching[0], 2 * cap(degree), scale: cap(degree))
  expectEqual(touching[1], 0, scale: cap(degree))
  let inside = squareMetres([disc(0, 0, 2 * degree), disc(0, 1, degree)])
  expectEqual(inside[1], cap(degree), scale: cap(2 * degree))
  let separate = squareMetres([disc(0, 0, 50), disc(20, 100, 70)])
  expectEqual(separate[0], cap(50) + cap(70), scale: whole)
}

@Test func `a cone of silence is a hole that another radar may fill`() {
  let holed = disc(10, 10, 100, hole: 30)
  expectEqual(squareMetres([holed])[0], cap(100) - cap(30), scale: cap(100))
  let filled = squareMetres([holed, disc(10, 10, 30)])
  expectEqual(filled[0], cap(100), scale: cap(100))
  expectEqual(filled[1], 0, scale: cap(100))
  let over = squareMetres([holed, disc(10, 10.5, 200)])
  expectEqual(over[0], cap(200), scale: cap(200))
  expectEqual(over[1], cap(100) - cap(30), scale: cap(200))
}

@Test func `random networks agree with counting points`() {
  var random = SplitMix(seed: 20_261_124)
  for trial in 0..<12 {
    let rings = (0..<8).map { _ in
      disc(
        random.next(in: -14 ... -10) + (trial % 3 == 0 ? 98 : 0),
        random.next(in: -2...2) + (trial % 2 == 0 ? 180 : -73),
        random.next(in: 20...300), hole: random.next(in: 0...1) < 0.5 ? 15 : 0)
    }
    let areas = squareMetres(rings, 8)
    // Points spread evenly over a cap that holds everything: a spiral of equal areas.
    let centre = Position(
      latitudeDegrees: trial % 3 == 0 ? 86 : -12, longitudeDegrees: trial % 2 == 0 ? 180 : -73)
    let reach = 900.0
    let count = 40_000
    var covered = [Double](repeating: 0, count: 9)
    for i in 0..<count {
      let part = (Double(i) + 0.5) / Double(count)
      let distance = 2 * asin(sin(reach * 1000 / sphereRadius / 2) * part.squareRoot()) * sphereRadius
      let azimuth = (Double(i) * 137.50776405003785).truncatingRemainder(dividingBy: 360)
      let place = sphere.direct(from: centre, azimuth: .degrees(azimuth), distance: .metres(distance)).position
      let depth = rings.count {
        let d = sphere.distance(from: place, to: $0.centre)
        return d < $0.outerRadius && d > $0.innerRadius
      }
      for level in 0..<depth { covered[level] += 1 }
    }
    for level in 0..<8 {
      let estimate = covered[level] / Double(count) * cap(reach)
      // Points stand for 64 km² each (8 km apart); an edge of some thousand km leaves errors of about
      // √(edge/8 km) × 64 km², and the sum of all edges is below 8 × 2π × 300 km: 2 800 km². Doubled.
      #expect(
        abs(areas[level] - estimate) < 5600e6, "trial \(trial), \(level + 1) radars: \(areas[level]) and \(estimate)")
    }
    let sum = areas.reduce(0, +)
    let parts = rings.map { squareMetres([$0], 1)[0] }
    expectEqual(sum, parts.reduce(0, +), scale: parts.reduce(0, +), "inclusion and exclusion:")
    let turned = rings.map { ring in
      var ring = ring
      ring.centre.longitudeDegrees += 73.25
      return ring
    }
    for (a, b) in zip(areas, squareMetres(turned.reversed(), 8)) { expectEqual(a, b, scale: cap(300)) }
  }
}

@Test(.enabled(if: Program.has("Planimeter"), "needs Planimeter"))
func `on the ellipsoid discs and holes agree with Planimeter`() throws {
  let count = 7200
  let discs = [(-12.5, -73.9, 60.0), (0, 0, 450), (61, 179.9, 300), (89.5, 10, 200), (-90, 0, 400)]
  var input = ""
  for (latitude, longitude, radius) in discs {
    let circle = GeodesicCircle(
      centre: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), radius: .kilometres(radius),
      vertexCount: count)
    for vertex in circle.vertices {
      input += "\(vertex.latitudeDegrees) \(vertex.longitudeDegrees)\n".replacing("e-", with: "?")
    }
    input += "end\n"
  }
  try #require(!input.contains("?"), "GeographicLib reads no exponents")
  let answers = try Program.output("Planimeter", ["-p", "9"], input: input).split(whereSeparator: \.isNewline)
  try #require(answers.count == discs.count)
  for ((latitude, longitude, radius), answer) in zip(discs, answers) {
    let polygon = try #require(answer.split(separator: " ").compactMap { Double($0) }.last)
    let whole = squareMetres([disc(latitude, longitude, radius)], 1, on: .wgs84)[0]
    // An inscribed polygon of n sides lacks (2π/n)²/6 of the disc, 1.3e-7; closer vertices near a pole make it less.
    let lacking = pow(2 * .pi / Double(count), 2) / 6
    #expect(whole / polygon - 1 > -tolerance && whole / polygon - 1 < lacking + tolerance, "\(answer): \(whole)")
  }
}
