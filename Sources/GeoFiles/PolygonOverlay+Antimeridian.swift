internal import CGDAL
internal import Geodesy

extension PolygonOverlay {
  /// The same polygons cut along the antimeridian, every longitude in [−180, 180] (RFC 7946, 3.1.9).
  /// - Parameter polygons: Polygons whose longitudes run on beyond ±180 rather than jump, up to ±900.
  /// - Throws: ``GeoFileError`` with code ``GeoFileError/Code/badGeometry`` when GEOS gives up on a shape.
  public static func cutAtAntimeridian(_ polygons: Polygons) throws(GeoFileError) -> Polygons {
    let longitudes = polygons.joined().joined().map(\.longitudeDegrees)
    guard let west = longitudes.min(), let east = longitudes.max(), west < -180 || east > 180 else { return polygons }
    var result: Polygons = []
    let turns = (Int(((west + 180) / 360).rounded(.down)), Int(((east + 180) / 360).rounded(.down)))
    for turn in max(turns.0, -2)...min(turns.1, 2) {
      let shift = 360 * Double(turn)
      let corners = [(-180.0, -90.0), (180, -90), (180, 90), (-180, 90), (-180, -90)]
      let world = [[corners.map { Position(latitudeDegrees: $0.1, longitudeDegrees: $0.0 + shift) }]]
      let part = try combine(polygons, world, OGR_G_Intersection)
      result += part.map { rings in
        rings.map { ring in
          ring.map { Position(latitudeDegrees: $0.latitudeDegrees, longitudeDegrees: $0.longitudeDegrees - shift) }
        }
      }
    }
    return result
  }

  /// What is left of some polygons without others.
  /// - Throws: ``GeoFileError`` with code ``GeoFileError/Code/badGeometry`` when GEOS gives up on a shape.
  public static func difference(_ polygons: Polygons, _ others: Polygons) throws(GeoFileError) -> Polygons {
    try combine(polygons, others, OGR_G_Difference)
  }

  private static func combine(
    _ a: Polygons, _ b: Polygons, _ operation: (OGRGeometryH?, OGRGeometryH?) -> OGRGeometryH?
  ) throws(GeoFileError) -> Polygons {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> Polygons in
      guard let left = GeometryWriter.multiPolygon(a), let right = GeometryWriter.multiPolygon(b),
        let result = operation(left.handle, right.handle)
      else {
        throw GeoFileError(
          .badGeometry, path: "coverage", problem: messages.failure(otherwise: "the polygons cannot be combined"))
      }
      let owned = GeometryHandle(owning: result)
      return PlanePolygons.read(owned.handle)
    }
  }
}
