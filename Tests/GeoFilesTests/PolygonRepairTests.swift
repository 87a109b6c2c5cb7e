import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing

/// A closed ring through places given as longitude and latitude.
private func ring(_ corners: [(Double, Double)]) -> [Position] {
  (corners + corners.prefix(1)).map { Position(latitudeDegrees: $0.1, longitudeDegrees: $0.0) }
}

private func ring(_ corners: (Double, Double)...) -> [Position] { ring(corners) }

/// Area in square degrees by the shoelace formula, holes taken off by their winding.
private func planeArea(_ polygons: PolygonOverlay.Polygons) -> Double {
  polygons.joined().reduce(0) { sum, ring in
    zip(ring, ring.dropFirst()).reduce(sum) { sum, edge in
      let (a, b) = edge
      return sum + (a.longitudeDegrees * b.latitudeDegrees - b.longitudeDegrees * a.latitudeDegrees) / 2
    }
  }
}

/// How often a ring winds round a place: the sum of the angles under which its edges are seen from there.
private func winding(_ ring: [Position], _ x: Double, _ y: Double) -> Int {
  let turn = zip(ring, ring.dropFirst()).reduce(0.0) { sum, edge in
    let a = atan2(edge.0.latitudeDegrees - y, edge.0.longitudeDegrees - x)
    let b = atan2(edge.1.latitudeDegrees - y, edge.1.longitudeDegrees - x)
    return sum + (b - a).remainder(dividingBy: 2 * .pi)
  }
  return Int((turn / (2 * .pi)).rounded())
}

private func contains(_ polygons: PolygonOverlay.Polygons, _ x: Double, _ y: Double) -> Bool {
  polygons.contains { rings in winding(rings[0], x, y) != 0 && !rings.dropFirst().contains { winding($0, x, y) != 0 } }
}

@Suite struct PolygonRepairTests {
  /// Polygons with the area that paper gives.
  private static let drawn: [(name: String, rings: [[Position]], area: Double)] = [
    ("a bow tie is its two triangles", [ring((0, 0), (2, 1), (2, 0), (0, 1))], 1),
    ("a ring traced twice counts once", [ring((0, 0), (9, 0), (9, 9), (0, 9), (0, 0), (9, 0), (9, 9), (0, 9))], 81),
    (
      "a ring that overlaps itself is filled", [ring((0, 0), (9, 0), (9, 9), (1, 9), (1, 1), (8, 1), (8, 8), (0, 8))],
      80
    ),
    ("a hair is cut", [ring((0, 0), (9, 0), (9, 9), (12, 12), (9, 9), (0, 9))], 81),
    (
      "a hole is taken off as far as it goes",
      [ring((0, 0), (9, 0), (9, 9), (0, 9)), ring((5, 2), (15, 2), (15, 4), (5, 4))], 73
    ),
    (
      "holes that overlap count once",
      [
        ring((0, 0), (9, 0), (9, 9), (0, 9)), ring((1, 1), (5, 1), (5, 5), (1, 5)),
        ring((3, 3), (8, 3), (8, 8), (3, 8)),
      ], 44
    ),
  ]

  @Test func `what is drawn wrong becomes what is meant`() throws {
    for (name, rings, area) in Self.drawn {
      // Wherever it lies, whichever way it winds.
      for rings in [rings, rings.map { $0.reversed() }] {
        let result = try PolygonRepair.repaired(rings)
        #expect(result.fault != nil, "\(name)")
        // Sums of small whole numbers, and crossings that binary holds.
        #expect(abs(planeArea(result.polygons) - area) < 1e-9, "\(name): \(planeArea(result.polygons))")
      }
    }
  }

  @Test func `places repeated and rings left open are no fault`() throws {
    let square = ring((0, 0), (0, 0), (9, 0), (9, 9), (9, 9), (0, 9))
    for ring in [square, Array(square.dropLast())] {
      let result = try PolygonRepair.repaired([ring])
      #expect(result.fault == nil)
      #expect(planeArea(result.polygons) == 81)
    }
  }

  @Test func `what has no area is refused`() {
    for rings in [[ring((0, 0), (5, 5), (9, 9))], [ring((0, 0), (5, 0))], [], [ring((1, 1), (1, 1), (1, 1))]] {
      #expect(throws: GeoFileError.self) { try PolygonRepair.repaired(rings) }
    }
  }

  @Test func `random scribbles cover what they wind around`() throws {
    var random = SplitMix(seed: 17)
    for _ in 0..<40 {
      let corners = (0..<Int.random(in: 4...9, using: &random)).map { _ in
        (Double.random(in: 0...10, using: &random), Double.random(in: 0...10, using: &random))
      }
      let scribble = ring(corners)
      let polygons = try PolygonRepair.repaired([scribble]).polygons
      for _ in 0..<50 {
        let (x, y) = (Double.random(in: 0...10, using: &random), Double.random(in: 0...10, using: &random))
        #expect(contains(polygons, x, y) == (winding(scribble, x, y) != 0), "\(corners) at \(x), \(y)")
      }
    }
  }

  @Test func `a ring round a pole holds the pole, with or without the edges along it`() throws {
    let round = stride(from: 0.0, to: 360, by: 10).map { ($0 < 180 ? $0 : $0 - 360, -70.0) }
    let drawn = stride(from: -180.0, through: 180, by: 10).map { ($0, -70.0) } + [(180, -90), (-180, -90)]
    let eastOfThere = round.map { ($0.0 + 360, $0.1) }
    for corners in [round, round.reversed(), drawn, eastOfThere] {
      let result = try PolygonRepair.repaired([ring(corners)])
      let polygons = try PolygonOverlay.withinTurn(result.polygons)
      // A cap in the plane is a rectangle of 360° × 20°.
      #expect(abs(abs(planeArea(polygons)) - 7200) < 1e-6)
      #expect(polygons.joined().joined().allSatisfy { abs($0.longitudeDegrees) <= 180 })
      // The hole round the pole lies within.
      let holed = try PolygonRepair.repaired([ring(corners), ring(round.map { ($0.0 + 5, -80) })])
      #expect(abs(abs(planeArea(try PolygonOverlay.withinTurn(holed.polygons))) - 3600) < 1e-6)
    }
  }

  @Test func `a band round the Earth and the whole of it are drawn in the plane`() throws {
    let band = ring((-180, -60), (180, -60), (180, 60), (-180, 60))
    #expect(abs(planeArea(try PolygonRepair.repaired([band]).polygons) - 43_200) < 1e-6)
    let box = ring((179, -1), (-179, -1), (-179, 1), (179, 1))
    #expect(abs(planeArea(try PolygonRepair.repaired([box]).polygons) - 4) < 1e-9)
  }

  @Test func `a polygon that winds round the Earth on both sides of the equator is refused`() {
    let wavy = stride(from: 0.0, to: 360, by: 10).map { ($0 < 180 ? $0 : $0 - 360, $0 < 180 ? 5.0 : -5) }
    #expect(throws: GeoFileError.self) { try PolygonRepair.repaired([ring(wavy)]) }
  }
}
