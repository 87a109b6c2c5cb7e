internal import Foundation
package import GeoFiles
internal import Geodesy
internal import Radar
internal import Units

/// A coverage ring as polygons in longitude and latitude, cut at the antimeridian and closed over a pole.
package enum RingShape {
  /// Vertices of a drawn circle: 240 keep the chords of a circle of 450 km within 39 m of it, r (1 − cos 180°/n).
  private static let vertices = 240
  /// Vertices of a circle whose area counts.
  private static let finest = 720

  /// The area between the two circles of a ring, without its blind sectors.
  /// - Returns: Nothing for a ring that sees nothing.
  /// - Throws: ``GeoFileError`` when GEOS fails.
  package static func polygons(_ ring: CoverageRing) throws(GeoFileError) -> PolygonOverlay.Polygons {
    try polygons(ring, vertices: vertices, isAreaTrue: false)
  }

  /// The same with the areas of the circles: chords run as much outside of the arcs as inside.
  static func areaTruePolygons(_ ring: CoverageRing) throws(GeoFileError) -> PolygonOverlay.Polygons {
    try polygons(ring, vertices: finest, isAreaTrue: true)
  }

  private static func polygons(
    _ ring: CoverageRing, vertices: Int, isAreaTrue: Bool
  ) throws(GeoFileError) -> PolygonOverlay.Polygons {
    guard ring.limit != .blind, ring.outerRadius > .zero else { return [] }
    guard ring.maskedParts.isEmpty else {
      var whole = ring
      whole.maskedParts = []
      var shape = try polygons(whole, vertices: vertices, isAreaTrue: isAreaTrue)
      for part in ring.maskedParts {
        for hidden in hidden(part, of: whole) {
          shape = try PolygonOverlay.difference(
            shape, try polygons(hidden, vertices: vertices, isAreaTrue: isAreaTrue))
        }
      }
      return shape
    }
    let visible = VisibleAzimuths(without: ring.blindSectors)
    guard visible.isAll else {
      var sectors: [PolygonOverlay.Polygons] = []
      for span in visible.spans {
        let outline = outline(of: ring, from: span.beginDegrees, width: span.widthDegrees, vertices, isAreaTrue)
        // A sector narrower than a Double can show has no area.
        guard let whole = try? PolygonRepair.repaired([outline]) else { continue }
        sectors.append(try PolygonOverlay.withinTurn(whole.polygons))
      }
      return try PolygonOverlay.coverage(of: sectors, depth: 1)[0]
    }
    let stretch = isAreaTrue ? stretch(360 / Double(vertices)) : 1
    func disc(_ radius: Length) -> PolygonOverlay.Polygons {
      GeodesicCircle(centre: ring.centre, radius: radius * stretch, vertexCount: vertices).polygons
    }
    let outer = disc(ring.outerRadius)
    guard ring.innerRadius > .zero else { return outer }
    let inner = disc(ring.innerRadius)
    // Away from the map's edges the inner circle is a hole as it is.
    if outer.count == 1, outer[0].count == 1, inner.count == 1, inner[0].count == 1,
      !inner[0][0].contains(where: isOnEdge)
    {
      return [[outer[0][0], inner[0][0].reversed()]]
    }
    return try PolygonOverlay.difference(outer, inner)
  }

  /// What a horizon mask hides of a ring in one of its sectors: what is too far, and what is too near.
  private static func hidden(_ part: CoverageRing.MaskedPart, of ring: CoverageRing) -> [CoverageRing] {
    let width = part.sector.width.degrees
    func cut(_ inner: Length, _ outer: Length) -> CoverageRing? {
      guard outer > inner else { return nil }
      var cut = ring
      (cut.innerRadius, cut.outerRadius) = (inner, outer)
      // A little over the edge of the ring, so that no sliver is left between two arcs.
      if outer >= ring.outerRadius { cut.outerRadius = outer * 1.001 }
      cut.blindSectors = width < 360 ? [AzimuthSector(begin: part.sector.end, end: part.sector.begin)] : []
      return cut
    }
    return [cut(part.outerRadius, ring.outerRadius), cut(.zero, min(part.innerRadius, part.outerRadius))]
      .compactMap { $0 }
  }

  /// By how much a circle drawn in steps of some degrees is drawn larger, so that its area is that of the circle.
  private static func stretch(_ stepDegrees: Double) -> Double {
    let step = stepDegrees * .pi / 180
    return (step / sin(step)).squareRoot()
  }

  /// The outline of a sector: its outer arc, and back along the inner one or through the centre.
  private static func outline(
    of ring: CoverageRing, from begin: Double, width: Double, _ vertices: Int, _ isAreaTrue: Bool
  ) -> [Position] {
    let steps = max(1, Int((width / 360 * Double(vertices)).rounded(.up)))
    let stretch = isAreaTrue ? stretch(width / Double(steps)) : 1
    func place(_ azimuth: Double, _ radius: Length) -> Position {
      Ellipsoid.wgs84.direct(from: ring.centre, azimuth: .degrees(azimuth), distance: radius).position
    }
    func arc(_ radius: Length) -> [Position] {
      (0...steps).map { place(begin + width * Double($0) / Double(steps), radius * stretch) }
    }
    /// Geodesics bend in the plane of longitude and latitude, the most where they run east: 2 m in a 64th of 450 km at
    /// 60° of latitude.
    func edge(_ azimuth: Double) -> [Position] {
      let inner = ring.innerRadius
      return (1..<64).map { place(azimuth, (inner + (ring.outerRadius - inner) * (Double($0) / 64)) * stretch) }
    }
    let back = ring.innerRadius > .zero ? arc(ring.innerRadius).reversed() : [ring.centre]
    return arc(ring.outerRadius) + edge(begin + width).reversed() + back + edge(begin)
  }

  private static func isOnEdge(_ place: Position) -> Bool {
    abs(place.longitudeDegrees) >= 180 || abs(place.latitudeDegrees) >= 90
  }
}
