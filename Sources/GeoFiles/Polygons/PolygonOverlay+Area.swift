internal import Geodesy
public import Units

extension PolygonOverlay {
  /// The area of polygons on the ellipsoid; edges are straight in longitude and latitude.
  /// - Parameter polygons: Each an outer ring and its holes, apart from one another; longitudes run on.
  public static func area(of polygons: Polygons) -> Area {
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
      let parts = max(1, Int((min(max(abs(north), abs(east)), 720) / 0.1).rounded(.up)))
      return (0..<parts).map { part in
        let share = Double(part) / Double(parts)
        return Position(
          latitudeDegrees: a.latitudeDegrees + north * share, longitudeDegrees: a.longitudeDegrees + east * share)
      }
    }
  }

  /// Polygons whose longitudes run on beyond ±180°, cut there, each part brought back between −180° and 180°.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/badGeometry`` when GEOS gives up on a shape.
  public static func withinTurn(_ polygons: Polygons) throws(GeoFileError) -> Polygons {
    var result: Polygons = []
    for polygon in polygons {
      let longitudes = polygon.first?.map(\.longitudeDegrees) ?? []
      guard let west = longitudes.min(), let east = longitudes.max() else { continue }
      guard west < -180 || east > 180 else {
        result.append(polygon)
        continue
      }
      let turns = ((west - 180) / 360).rounded(.up)...((east + 180) / 360).rounded(.down)
      for turn in stride(from: turns.lowerBound, through: turns.upperBound, by: 1) {
        let box = [(-90.0, -180.0), (-90, 180), (90, 180), (90, -180), (-90, -180)].map {
          Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1 + 360 * turn)
        }
        result += try coverage(of: [[polygon], [[box]]], depth: 2)[1].map { $0.map { $0.turned(by: -360 * turn) } }
      }
    }
    return result
  }
}
