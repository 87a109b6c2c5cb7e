internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Units

/// A coverage ring as polygons in longitude and latitude, cut at the antimeridian and closed over a pole.
enum RingShape {
  /// Vertices of a circle: 240 keep the chords of a circle of 450 km within 39 m of it, r (1 − cos 180°/n).
  private static let vertices = 240

  /// - Returns: Nothing for a ring that sees nothing.
  static func polygons(_ ring: CoverageRing) throws(GeoFileError) -> PolygonOverlay.Polygons {
    guard ring.limit != .blind, ring.outerRadius > .zero else { return [] }
    let outer = circle(ring.centre, ring.outerRadius)
    guard ring.innerRadius > .zero else { return try PolygonOverlay.cutAtAntimeridian([[outer.ring]]) }
    let inner = circle(ring.centre, ring.innerRadius)
    if !outer.isPolar, !inner.isPolar {
      return try PolygonOverlay.cutAtAntimeridian([[outer.ring, inner.ring.reversed()]])
    }
    return try PolygonOverlay.difference(
      PolygonOverlay.cutAtAntimeridian([[outer.ring]]), PolygonOverlay.cutAtAntimeridian([[inner.ring]]))
  }

  /// Anticlockwise and closed; longitudes run on beyond ±180. A circle around a pole is closed along that pole.
  private static func circle(_ centre: Position, _ radius: Length) -> (ring: [Position], isPolar: Bool) {
    var ring: [Position] = []
    var longitude = centre.longitudeDegrees
    func append(_ place: Position) {
      longitude += (place.longitudeDegrees - longitude).remainder(dividingBy: 360)
      ring.append(Position(latitudeDegrees: place.latitudeDegrees, longitudeDegrees: longitude))
    }
    for index in 0..<vertices {
      let azimuth = Angle.degrees(-360 * Double(index) / Double(vertices))
      append(Ellipsoid.wgs84.direct(from: centre, azimuth: azimuth, distance: radius).position)
    }
    let first = ring[0]
    append(first)
    let isPolar = abs(longitude - first.longitudeDegrees) > 180
    if isPolar {
      let pole = longitude > first.longitudeDegrees ? 90.0 : -90.0
      ring.append(Position(latitudeDegrees: pole, longitudeDegrees: longitude))
      ring.append(Position(latitudeDegrees: pole, longitudeDegrees: first.longitudeDegrees))
    }
    // Closed to the last bit: the sum of steps may miss the first place by rounding.
    if isPolar { ring.append(first) } else { ring[ring.count - 1] = first }
    return (ring, isPolar)
  }
}
