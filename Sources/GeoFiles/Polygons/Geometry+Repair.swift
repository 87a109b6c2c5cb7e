internal import Geodesy
internal import Units

extension Geometry {
  /// The geometry with polygons made valid, and what a reader should know of it; nil when nothing was wrong.
  func repaired() throws(GeoFileError) -> (geometry: Geometry, note: String?) {
    guard case .polygons(let polygons) = self else { return (self, nil) }
    var parts: PolygonOverlay.Polygons = []
    var fault: String?
    var pieces: PolygonOverlay.Polygons = []
    do throws(GeoFileError) {
      for polygon in polygons {
        let result = try PolygonRepair.repaired(polygon)
        parts += result.isAsGiven ? [polygon] : result.polygons
        guard let found = result.fault else { continue }
        fault = fault ?? found
        pieces += result.polygons
      }
    } catch { throw GeoFileError(.badGeometry, error.problem, remedy: error.remedy, underlying: error) }
    guard let fault else { return (.polygons(parts), nil) }
    let area = PolygonOverlay.area(of: pieces).squareKilometres
    let count = pieces.count == 1 ? "a polygon" : "\(pieces.count) polygons"
    return (
      .polygons(parts),
      "the polygon is not valid (GEOS says: \(fault)) and was repaired to \(count) of \((area * 10).rounded() / 10) km²"
    )
  }
}
