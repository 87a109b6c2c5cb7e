internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Units

/// The polygons of one altitude band.
struct CoverageShapes: Sendable {
  /// One shape per ring, in the order of the band; empty where nothing is seen.
  var rings: [PolygonOverlay.Polygons]
  /// Where at least one, two, three radars see.
  var network: [PolygonOverlay.Polygons]

  /// The shapes of every band.
  static func all(of coverage: CoverageSummary) throws(GeoFileError) -> [CoverageShapes] {
    var shapes: [CoverageShapes] = []
    for band in coverage.bands {
      let rings = band.rings.map(polygons)
      shapes.append(
        CoverageShapes(
          rings: rings, network: try PolygonOverlay.coverage(of: rings, depth: max(1, band.areaSeenByAtLeast.count))))
    }
    return shapes
  }

  /// Vertices of a circle: 360 keep the chords of a circle of 450 km within 17 m of it, r (1 − cos 180°/n).
  private static let vertices = 360

  private static func polygons(_ ring: CoverageRing) -> PolygonOverlay.Polygons {
    guard ring.limit != .blind, ring.outerRadius > .zero else { return [] }
    var rings = [circle(ring.centre, ring.outerRadius)]
    if ring.innerRadius > .zero { rings.append(circle(ring.centre, ring.innerRadius).reversed()) }
    return [rings]
  }

  /// Anticlockwise and closed.
  private static func circle(_ centre: Position, _ radius: Length) -> [Position] {
    var ring = (0..<vertices).map { index in
      Ellipsoid.wgs84.direct(
        from: centre, azimuth: .degrees(-360 * Double(index) / Double(vertices)), distance: radius
      ).position
    }
    ring.append(ring[0])
    return ring
  }
}
