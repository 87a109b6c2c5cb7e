internal import CGDAL
internal import Geodesy

/// Polygons out of what GEOS makes.
enum PlanePolygons {
  /// Every polygon within a geometry; lines and points that touching shapes leave are dropped.
  static func read(_ shape: OGRGeometryH) -> PolygonOverlay.Polygons {
    switch OGR_GT_Flatten(OGR_G_GetGeometryType(shape)) {
    case wkbPolygon:
      let rings = (0..<OGR_G_GetGeometryCount(shape)).compactMap { OGR_G_GetGeometryRef(shape, $0) }.enumerated()
        .map { index, ring in positions(ring).wound(anticlockwise: index == 0).withShortEdges }
      return rings.first?.isEmpty == false ? [rings] : []
    case wkbMultiPolygon, wkbGeometryCollection:
      return (0..<OGR_G_GetGeometryCount(shape)).compactMap { OGR_G_GetGeometryRef(shape, $0) }.flatMap(read)
    default: return []
    }
  }

  private static func positions(_ ring: OGRGeometryH) -> [Position] {
    let count = Int(OGR_G_GetPointCount(ring))
    var x = [Double](repeating: 0, count: count)
    var y = [Double](repeating: 0, count: count)
    let stride = Int32(MemoryLayout<Double>.stride)
    OGR_G_GetPoints(ring, &x, stride, &y, stride, nil, 0)
    return zip(x, y).map { Position(latitudeDegrees: $1, longitudeDegrees: $0) }
  }
}
