internal import CGDAL

extension PolygonOverlay {
  /// What is left of some polygons without others.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/badGeometry`` when GEOS gives up on a shape.
  public static func difference(_ polygons: Polygons, _ others: Polygons) throws(GeoFileError) -> Polygons {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> Polygons in
      guard let left = GeometryWriter.multiPolygon(polygons), let right = GeometryWriter.multiPolygon(others),
        let result = OGR_G_Difference(left.handle, right.handle)
      else {
        throw GeoFileError(
          .badGeometry, path: "coverage", problem: messages.failure(otherwise: "the polygons cannot be combined"))
      }
      let owned = GeometryHandle(owning: result)
      return PlanePolygons.read(owned.handle)
    }
  }
}
