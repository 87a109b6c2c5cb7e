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
  /// - Throws: ``GeoFileError`` with code ``GeoFileError/Code/badGeometry`` when GEOS gives up on a shape, one that
  ///   crosses itself for instance.
  public init(of polygons: PolygonOverlay.Polygons) throws(GeoFileError) {
    var parts: [PolygonOverlay.Polygons] = []
    for polygon in polygons { parts += try Self.cut(polygon) }
    self.polygons = try PolygonOverlay.coverage(of: parts, depth: 1)[0]
    area = Self.area(of: self.polygons)
  }

  /// The area that lies within some other polygons.
  /// - Throws: ``GeoFileError`` when GEOS gives up on a shape.
  public func area(within shapes: PolygonOverlay.Polygons) throws(GeoFileError) -> Area {
    guard !polygons.isEmpty, !shapes.isEmpty else { return .zero }
    return Self.area(of: try PolygonOverlay.coverage(of: [polygons, shapes], depth: 2)[1])
  }

  /// A polygon with longitudes that go on without a jump, cut into the parts that lie on each turn around the Earth.
  private static func cut(_ polygon: [[Position]]) throws(GeoFileError) -> [PolygonOverlay.Polygons] {
    guard let start = polygon.first?.first else { return [] }
    let rings = polygon.map { $0.unwrapped(from: start.longitudeDegrees) }
    let longitudes = rings.flatMap { $0.map(\.longitudeDegrees) }
    guard (longitudes.min() ?? 0) < -180 || (longitudes.max() ?? 0) > 180 else { return [[rings]] }
    var parts: [PolygonOverlay.Polygons] = []
    for turn in [-360.0, 0, 360] {
      let box = [(-90.0, -180.0), (-90, 180), (90, 180), (90, -180), (-90, -180)].map {
        Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1 + turn)
      }
      let part = try PolygonOverlay.coverage(of: [[rings], [[box]]], depth: 2)[1]
      parts.append(
        part.map { polygon in
          polygon.map { ring in
            ring.map {
              Position(latitudeDegrees: $0.latitudeDegrees, longitudeDegrees: $0.longitudeDegrees - turn)
            }
          }
        })
    }
    return parts.filter { !$0.isEmpty }
  }

  private static func area(of polygons: PolygonOverlay.Polygons) -> Area {
    .squareMetres(
      polygons.reduce(0) { sum, polygon in
        polygon.enumerated().reduce(sum) { sum, ring in
          let area = abs(Ellipsoid.wgs84.areaAndPerimeter(of: dense(ring.element)).area.squareMetres)
          return ring.offset == 0 ? sum + area : sum - area
        }
      })
  }

  /// A ring with places along its edges, so close that geodesics between them are the edges: over a tenth of a degree of a
  /// parallel they part by 11 km² · tan φ / 8 R, 4 m at 70° of latitude.
  private static func dense(_ ring: [Position]) -> [Position] {
    zip(ring, ring.dropFirst() + ring.prefix(1)).flatMap { a, b -> [Position] in
      let (north, east) = (b.latitudeDegrees - a.latitudeDegrees, b.longitudeDegrees - a.longitudeDegrees)
      let parts = max(1, Int((max(abs(north), abs(east)) / 0.1).rounded(.up)))
      return (0..<parts).map { part in
        let share = Double(part) / Double(parts)
        return Position(
          latitudeDegrees: a.latitudeDegrees + north * share, longitudeDegrees: a.longitudeDegrees + east * share)
      }
    }
  }
}
