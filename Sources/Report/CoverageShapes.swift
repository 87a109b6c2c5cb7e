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
      var rings: [PolygonOverlay.Polygons] = []
      for ring in band.rings { rings.append(try RingShape.polygons(ring)) }
      shapes.append(
        CoverageShapes(
          rings: rings, network: try PolygonOverlay.coverage(of: rings, depth: max(1, band.areaSeenByAtLeast.count))))
    }
    return shapes
  }
}
