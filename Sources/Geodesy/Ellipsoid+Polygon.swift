internal import CPROJ
public import Units

extension Ellipsoid {
  /// The area and the perimeter of a polygon with geodesic sides.
  ///
  /// The ring may be closed or not. Anticlockwise rings have positive areas; a ring round a pole counts the side on its
  /// left, so a clockwise one comes back negative. Fewer than three places have no area.
  /// - Accuracy: 0.1 m² a vertex (Karney 2013, §6), against GeographicLib's Planimeter (`PolygonTests.swift`).
  public func areaAndPerimeter(of ring: [Position]) -> (area: Area, perimeter: Length) {
    let places = ring.count > 1 && ring.first == ring.last ? Array(ring.dropLast()) : ring
    var latitudes = places.map(\.latitudeDegrees)
    var longitudes = places.map(\.longitudeDegrees)
    var area = 0.0
    var perimeter = 0.0
    withGeodesic { geod_polygonarea($0, &latitudes, &longitudes, Int32(places.count), &area, &perimeter) }
    return (.squareMetres(area), .metres(perimeter))
  }
}
