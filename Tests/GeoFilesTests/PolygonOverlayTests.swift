import GeoFiles
import Geodesy
import Testing

@Suite struct PolygonOverlayTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> PolygonOverlay.Polygons {
    [
      [
        [(y, x), (y, x + side), (y + side, x + side), (y + side, x), (y, x)]
          .map { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }
      ]
    ]
  }

  /// Area in square degrees by the shoelace formula, holes taken off by their winding.
  private func area(_ polygons: PolygonOverlay.Polygons) -> Double {
    var sum = 0.0
    for ring in polygons.joined() {
      for (a, b) in zip(ring, ring.dropFirst()) {
        sum += (a.longitudeDegrees * b.latitudeDegrees - b.longitudeDegrees * a.latitudeDegrees) / 2
      }
    }
    return sum
  }

  @Test func `three squares in a row overlap as paper says`() throws {
    // Sides of 3, one step of 1 apart: [0,3], [1,4], [2,5] × [0,3].
    let layers = try PolygonOverlay.coverage(of: (0..<3).map { square(Double($0), 0, 3) }, depth: 4)
    let areas = layers.map(area)
    #expect(areas.count == 4)
    // Sums of small whole numbers: exact in binary but for the overlay's own rounding.
    for (area, expected) in zip(areas, [15.0, 9, 3, 0]) { #expect(abs(area - expected) < 1e-9) }
    #expect(layers[3].isEmpty)
  }

  @Test func `squares that only touch leave nothing behind`() throws {
    let layers = try PolygonOverlay.coverage(of: [square(0, 0, 1), square(1, 0, 1), square(2, 1, 1)], depth: 2)
    #expect(layers[1].isEmpty)
    #expect(abs(area(layers[0]) - 3) < 1e-12)
  }

  @Test func `the covered areas sum to the areas of the shapes`() throws {
    // Sum over k of the area seen at least k times is the sum of the areas, whatever the shapes.
    let shapes = (0..<7).map { (number: Int) -> PolygonOverlay.Polygons in
      let x = Double(number * number % 5) * 0.7
      let y = Double(number * 3 % 4) * 0.9
      return square(x, y, 2 + Double(number) * 0.3)
    }
    let layers = try PolygonOverlay.coverage(of: shapes, depth: 7)
    let total = layers.map(area).reduce(0, +)
    #expect(abs(total - shapes.map(area).reduce(0, +)) < 1e-9)
    for (more, fewer) in zip(layers, layers.dropFirst()) { #expect(area(more) >= area(fewer)) }
  }

  @Test func `holes stay holes and the order of the shapes does not matter`() throws {
    var ring = square(0, 0, 4)
    ring[0].append(square(1, 1, 2)[0][0].reversed())
    let a = try PolygonOverlay.coverage(of: [ring, square(1.5, 1.5, 1)], depth: 2)
    let b = try PolygonOverlay.coverage(of: [square(1.5, 1.5, 1), ring], depth: 2)
    #expect(abs(area(a[0]) - 13) < 1e-12)
    #expect(abs(area(b[0]) - 13) < 1e-12)
    #expect(a[1].isEmpty && b[1].isEmpty)
  }

  @Test func `no shapes and empty shapes cover nothing`() throws {
    #expect(try PolygonOverlay.coverage(of: [], depth: 2) == [[], []])
    #expect(try PolygonOverlay.coverage(of: [[]], depth: 1) == [[]])
  }

  @Test func `a difference is what is left`() throws {
    #expect(abs(area(try PolygonOverlay.difference(square(0, 0, 4), square(1, 1, 2))) - 12) < 1e-12)
    #expect(try PolygonOverlay.difference(square(1, 1, 2), square(0, 0, 4)) == [])
    #expect(abs(area(try PolygonOverlay.difference(square(0, 0, 4), [])) - 16) < 1e-12)
  }
}
