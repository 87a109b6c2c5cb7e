internal import CGDAL
internal import Geodesy
internal import Units

/// Turns our geometries into OGR's.
enum GeometryWriter {
  /// - Parameter keepsParts: Whether one line or polygon becomes a multi-part geometry as well.
  static func shape(_ geometry: Geometry, keepsParts: Bool) -> GeometryHandle? {
    switch geometry {
    case .point(let position):
      guard let point = OGR_G_CreateGeometry(wkbPoint) else { return nil }
      OGR_G_SetPoint_2D(point, 0, position.longitudeDegrees, position.latitudeDegrees)
      return GeometryHandle(owning: point)
    case .lines(let lines):
      if lines.count == 1, !keepsParts { return path(lines[0], wkbLineString) }
      guard let whole = OGR_G_CreateGeometry(wkbMultiLineString) else { return nil }
      for line in lines { add(path(line, wkbLineString), to: whole) }
      return GeometryHandle(owning: whole)
    case .polygons(let polygons):
      if polygons.count == 1, !keepsParts { return polygon(polygons[0]) }
      return multiPolygon(polygons)
    }
  }

  /// A multi-part polygon.
  static func multiPolygon(_ polygons: [[[Position]]]) -> GeometryHandle? {
    guard let whole = OGR_G_CreateGeometry(wkbMultiPolygon) else { return nil }
    for rings in polygons { add(polygon(rings), to: whole) }
    return GeometryHandle(owning: whole)
  }

  private static func polygon(_ rings: [[Position]]) -> GeometryHandle? {
    guard let polygon = OGR_G_CreateGeometry(wkbPolygon) else { return nil }
    for ring in rings { add(path(ring, wkbLinearRing), to: polygon) }
    return GeometryHandle(owning: polygon)
  }

  private static func path(_ positions: [Position], _ type: OGRwkbGeometryType) -> GeometryHandle? {
    guard let path = OGR_G_CreateGeometry(type) else { return nil }
    let x = positions.map(\.longitudeDegrees)
    let y = positions.map(\.latitudeDegrees)
    let stride = Int32(MemoryLayout<Double>.stride)
    OGR_G_SetPoints(path, Int32(positions.count), x, stride, y, stride, nil, 0)
    return GeometryHandle(owning: path)
  }

  private static func add(_ part: consuming GeometryHandle?, to whole: OGRGeometryH) {
    guard let part else { return }
    OGR_G_AddGeometryDirectly(whole, part.release())
  }
}
