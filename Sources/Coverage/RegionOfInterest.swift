public import GeoFiles
internal import Geodesy
public import Units

/// The places that a planner cares about: polygons whose overlaps count once.
///
/// Edges are straight in longitude and latitude (RFC 7946). Rings may cross the antimeridian, by longitudes beyond 180° or
/// by a jump of more than half a turn.
public struct RegionOfInterest: Sendable {
  /// The polygons, apart from one another and cut at the antimeridian.
  public let polygons: PolygonOverlay.Polygons
  /// Their area on the ellipsoid.
  public let area: Area

  /// The union of some polygons, each an outer ring and its holes.
  ///
  /// Polygons that cross themselves are repaired first (``PolygonRepair``).
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/badGeometry`` when a polygon has no area, or GEOS gives up on
  ///   a shape.
  public init(of polygons: PolygonOverlay.Polygons) throws(GeoFileError) {
    var parts: [PolygonOverlay.Polygons] = []
    for polygon in polygons {
      let whole = try PolygonRepair.repaired(polygon).polygons
      parts.append(try PolygonOverlay.withinTurn(whole))
    }
    self.polygons = try PolygonOverlay.coverage(of: parts, depth: 1)[0]
    area = PolygonOverlay.area(of: self.polygons)
  }

  /// The area that lies within some other polygons.
  /// - Throws: ``GeoFileError`` when GEOS gives up on a shape.
  public func area(within shapes: PolygonOverlay.Polygons) throws(GeoFileError) -> Area {
    guard !polygons.isEmpty, !shapes.isEmpty else { return .zero }
    return PolygonOverlay.area(of: try PolygonOverlay.coverage(of: [polygons, shapes], depth: 2)[1])
  }
}
