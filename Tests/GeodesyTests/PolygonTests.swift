import Foundation
import Geodesy
import TestSupport
import Testing
import Units

@Test(.enabled(if: Program.has("Planimeter"), "needs Planimeter")) func `areas and perimeters agree with Planimeter`()
  throws
{
  var random = SplitMix(seed: 21)
  var rings: [[Position]] = []
  for trial in 0..<60 {
    let centre = Position(
      latitudeDegrees: trial % 4 == 0 ? 89 : random.next(in: -89...89), longitudeDegrees: random.next(in: -180...180))
    // Star-shaped, anticlockwise.
    rings.append(
      (0..<(3 + trial % 9)).map { i in
        Ellipsoid.wgs84.direct(
          from: centre, azimuth: .degrees(-360 * Double(i) / Double(3 + trial % 9)),
          distance: .kilometres(random.next(in: 50...800))
        ).position
      })
  }
  let input = rings.flatMap { ring in
    ring.map { String(format: "%.15f %.15f", $0.latitudeDegrees, $0.longitudeDegrees) } + ["end"]
  }
  let answers = try Program.lines("Planimeter", ["-p", "9"], input: input)
  try #require(answers.count == rings.count)
  for (ring, answer) in zip(rings, answers) {
    let words = answer.split(separator: " ").compactMap { Double($0) }
    let own = Ellipsoid.wgs84.areaAndPerimeter(of: ring)
    #expect(abs(own.perimeter.metres - words[1]) < 1e-6)
    // 0.1 m² a vertex is what both claim.
    #expect(abs(own.area.squareMetres - words[2]) < 0.1 * Double(2 * ring.count), "\(answer)")
    let closed = Ellipsoid.wgs84.areaAndPerimeter(of: ring + [ring[0]])
    #expect(closed.area == own.area)
    let reversed = Ellipsoid.wgs84.areaAndPerimeter(of: ring.reversed())
    #expect(abs((reversed.area + own.area).squareMetres) < 0.1 * Double(2 * ring.count))
  }
}

@Test func `an octant of a sphere is an eighth of it`() {
  let sphere = Ellipsoid(semiMajorAxis: .metres(6_371_000), flattening: 0)
  let octant = [(0.0, 0.0), (0, 90), (90, 0)].map { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }
  let area = sphere.areaAndPerimeter(of: octant)
  // 4πR²/8, rounding at 1e-15 of the whole.
  #expect(abs(area.area.squareMetres - .pi * 6_371_000 * 6_371_000 / 2) < 1)
  #expect(abs(area.perimeter.metres - 1.5 * .pi * 6_371_000) < 1e-6)
  #expect(sphere.areaAndPerimeter(of: []).area == .zero)
  #expect(abs(sphere.surfaceArea.squareMetres - 4 * .pi * 6_371_000 * 6_371_000) < 1)
}
