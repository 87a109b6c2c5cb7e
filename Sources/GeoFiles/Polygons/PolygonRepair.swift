internal import CGDAL
package import Geodesy

/// Makes polygons valid that are not: rings that cross themselves, holes that leave their outer ring, hairs.
///
/// Validity is GEOS's, in the plane of longitude and latitude. A repaired ring covers what it winds around at least once
/// (both halves of a bow tie, a ring traced twice once, the whole of a pentagram), less its holes; a hole outside its outer
/// ring is a part of its own.
package enum PolygonRepair {
  /// A polygon as it may be combined with others.
  package struct Result: Sendable, Hashable {
    /// Valid polygons in the plane of longitude and latitude. Longitudes run on beyond ±180° where a ring crosses the
    /// antimeridian; no edge is longer than half a turn.
    package var polygons: PolygonOverlay.Polygons
    /// What was wrong, in GEOS's words; nil when nothing was.
    package var fault: String?
    /// Whether the rings given mean the same to a reader who takes the short way between two places.
    var isAsGiven = false
  }

  /// A polygon made valid.
  /// - Parameter polygon: An outer ring and its holes, closed or not. Rings may cross the antimeridian, by longitudes beyond
  ///   180° or by a jump of more than half a turn, and go round a pole, which then lies inside.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/badGeometry`` when nothing of the polygon has an area, or it
  ///   goes round the Earth on both sides of the equator, so that either pole could be inside.
  package static func repaired(_ polygon: [[Position]]) throws(GeoFileError) -> Result {
    let rings = polygon.map(\.closed).filter { $0.count >= 4 }
    guard !rings.isEmpty else { throw flat }
    let turns = rings.map(RingTurns.init)
    guard !turns.contains(where: \.isRoundPole) else { return try roundPole(turns) }
    let places = [turns[0].places] + turns.dropFirst().map { $0.places.onTurn(of: turns[0].places) }
    var result = try valid(places)
    result.isAsGiven = result.fault == nil && !turns.contains(where: \.isDrawnInPlane)
    return result
  }

  /// The valid form of rings in the plane.
  private static func valid(_ rings: [[Position]]) throws(GeoFileError) -> Result {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> Result in
      guard let shape = GeometryWriter.multiPolygon([rings]) else { throw flat }
      if OGR_G_IsValid(shape.handle) != 0 {
        guard OGR_G_Area(shape.handle) > 0 else { throw flat }
        return Result(polygons: [rings], fault: nil)
      }
      let fault = messages.warnings.first ?? messages.failures.first ?? "not valid"
      guard let whole = made(valid: shape) else { throw flat }
      let polygons = PlanePolygons.read(whole.handle)
      guard !polygons.isEmpty else { throw flat }
      return Result(polygons: polygons, fault: fault)
    }
  }

  /// GEOS's repair ring by ring, which fills what a ring winds around; the older one by lines where GEOS has no other.
  static func made(valid shape: borrowing GeometryHandle) -> GeometryHandle? {
    let options = CSLSetNameValue(nil, "METHOD", "STRUCTURE")
    defer { CSLDestroy(options) }
    let handle = OGR_G_MakeValidEx(shape.handle, options)
    return (handle ?? OGR_G_MakeValid(shape.handle)).map { GeometryHandle(owning: $0) }
  }

  /// A polygon of which some ring goes round a pole, cut at the antimeridian.
  private static func roundPole(_ rings: [RingTurns]) throws(GeoFileError) -> Result {
    var fault: String?
    var parts: [PolygonOverlay.Polygons] = []
    for ring in rings {
      let path = ring.isRoundPole ? try ring.overPole() : ring.places
      let part = try valid([path])
      fault = fault ?? part.fault
      // The pieces on both sides of the meridian where the ring begins are one.
      let pieces = try PolygonOverlay.withinTurn(part.polygons).map { [$0] }
      parts.append(try PolygonOverlay.coverage(of: pieces, depth: 1)[0])
    }
    var left = parts[0]
    for hole in parts.dropFirst() { left = try PolygonOverlay.difference(left, hole) }
    guard !left.isEmpty else { throw flat }
    return Result(polygons: left, fault: fault)
  }

  private static var flat: GeoFileError {
    GeoFileError(.badGeometry, path: "polygon", problem: "the polygon has no area")
  }
}
