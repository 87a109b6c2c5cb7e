public import GeoFiles
internal import Geodesy
internal import Units

/// A coverage ring as polygons in longitude and latitude, cut at the antimeridian and closed over a pole.
public enum RingShape {
  /// Vertices of a circle: 240 keep the chords of a circle of 450 km within 39 m of it, r (1 − cos 180°/n).
  private static let vertices = 240

  /// The area between the two circles of a ring.
  /// - Returns: Nothing for a ring that sees nothing.
  /// - Throws: ``GeoFileError`` when GEOS gives up.
  public static func polygons(_ ring: CoverageRing) throws(GeoFileError) -> PolygonOverlay.Polygons {
    guard ring.limit != .blind, ring.outerRadius > .zero else { return [] }
    let outer = disc(ring.centre, ring.outerRadius)
    guard ring.innerRadius > .zero else { return outer }
    let inner = disc(ring.centre, ring.innerRadius)
    // Away from the map's edges the inner circle is a hole as it is.
    if outer.count == 1, outer[0].count == 1, inner.count == 1, inner[0].count == 1,
      !inner[0][0].contains(where: isOnEdge)
    {
      return [[outer[0][0], inner[0][0].reversed()]]
    }
    return try PolygonOverlay.difference(outer, inner)
  }

  private static func disc(_ centre: Position, _ radius: Length) -> PolygonOverlay.Polygons {
    GeodesicCircle(centre: centre, radius: radius, vertexCount: vertices).polygons
  }

  private static func isOnEdge(_ place: Position) -> Bool {
    abs(place.longitudeDegrees) >= 180 || abs(place.latitudeDegrees) >= 90
  }
}
