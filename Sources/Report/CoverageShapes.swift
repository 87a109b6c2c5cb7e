internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Units

/// The polygons of one altitude band.
struct CoverageShapes: Sendable {
  /// One shape per radar, in the order of the band: its ring without its blind sectors, or over terrain the outline through
  /// the farthest places that it sees; empty where nothing is seen.
  var rings: [PolygonOverlay.Polygons]
  /// Where at least one, two, three radars see.
  var network: [PolygonOverlay.Polygons]

  /// The shapes of every band.
  /// - Parameter masks: What the network sees over terrain, band by band; nil: the union of the rings.
  static func all(of coverage: CoverageSummary, over masks: NetworkMasks? = nil) throws(GeoFileError)
    -> [CoverageShapes]
  {
    var shapes: [CoverageShapes] = []
    let depth = coverage.bands.map { max(1, $0.areaSeenByAtLeast.count) }.max() ?? 1
    let outlines = try masks?.outlines(
      heights: coverage.bands.indices, depth: depth, workers: ProcessInfo.processInfo.activeProcessorCount)
    for (height, band) in coverage.bands.enumerated() {
      var rings: [PolygonOverlay.Polygons] = []
      for (index, ring) in band.rings.enumerated() {
        if let reaches = band.reaches {
          rings.append(try reaches[index].outline(around: ring.centre))
        } else {
          rings.append(try RingShape.polygons(ring))
        }
      }
      let depth = max(1, band.areaSeenByAtLeast.count)
      let network =
        if let outlines { Array(outlines[height].prefix(depth)) } else {
          try PolygonOverlay.coverage(of: rings, depth: depth)
        }
      shapes.append(CoverageShapes(rings: rings, network: network))
    }
    return shapes
  }
}
