internal import Foundation
public import Geodesy
public import Units

/// Areas seen by at least so many radars at once.
public enum OverlapArea {
  /// The area that at least 1, 2, … `count` of some rings cover, on the ellipsoid.
  ///
  /// Green's theorem along the boundary: the edge of "at least n" consists of the arcs of ring circles on which the
  /// others cover the right number. Each arc is cut at 1° of azimuth; a piece contributes the area between its chord (a
  /// geodesic) and the equator, and the sliver between chord and arc, κL³/12 for a curve of geodesic curvature κ. Rings
  /// may hold a hole, coincide, lie in one another, touch, cross the antimeridian or hold a pole.
  /// - Parameters:
  ///   - rings: The rings; blind ones count for nothing.
  ///   - count: How many overlaps to distinguish.
  ///   - ellipsoid: The figure of the Earth.
  /// - Returns: `count` areas; element n − 1 is the area covered at least n times.
  /// - Accuracy: 1e-7 of the largest disc and 10 m² of rounding, against closed forms on the sphere and GeographicLib's Planimeter on the
  ///   ellipsoid (`OverlapAreaTests.swift`); of the order of a step² of the sliver, which is 5e-5 of the area.
  /// - Complexity: O(n²) crossings, and O(n) for each arc between two of them.
  /// - Source: Karney, "Algorithms for geodesics", J. Geodesy 87, 2013, §6 for the area under a geodesic; the sliver is
  ///   the first term of the series of a circular segment.
  public static func areas(
    coveredBy rings: [CoverageRing], upTo count: Int, on ellipsoid: Ellipsoid = .wgs84
  ) -> [Area] {
    guard count > 0 else { return [] }
    let curves = BoundaryCurve.curves(of: rings)
    let arcs = curves.indices.flatMap { Self.arcs(of: $0, in: curves, on: ellipsoid) }
    let meridian = clearMeridian(arcs)

    var sums = [Double](repeating: 0, count: count)
    var transits = [Int](repeating: 0, count: count)
    for arc in arcs {
      let curve = curves[arc.curve]
      // Inward the number of radars goes from `outside` to `inside`; this arc bounds every count in between.
      let inside = arc.outside + curve.weight
      let levels = (min(inside, arc.outside) + 1)...max(inside, arc.outside)
      guard levels.overlaps(1...count) else { continue }
      let (area, crossed) = areaUnder(arc, of: curve, meridian: meridian, on: ellipsoid)
      for level in levels.clamped(to: 1...count) {
        sums[level - 1] += curve.weight > 0 ? area : -area
        transits[level - 1] += crossed
      }
    }
    let whole = ellipsoid.surfaceArea.squareMetres
    return zip(sums, transits).map { sum, crossed in
      // An odd number of crossings of a meridian: a pole lies inside, and the sum is measured from the wrong side.
      let area = (crossed.isMultiple(of: 2) ? sum : sum + whole / 2).remainder(dividingBy: whole)
      // Rounding may leave nothing a little below nothing; a true area so far below is one of more than half the Earth.
      return .squareMetres(area >= 0 ? area : (area > -1e-9 * whole ? 0 : area + whole))
    }
  }

  /// A piece of a circle between two neighbouring crossings.
  private struct Arc {
    var curve: Int
    var beginDegrees: Double
    var endDegrees: Double
    var begin: Position
    /// How many rings cover its outer side.
    var outside: Int
  }

  private static func arcs(of index: Int, in curves: [BoundaryCurve], on ellipsoid: Ellipsoid) -> [Arc] {
    let curve = curves[index]
    var cuts: [Double] = []
    for (other, candidate) in curves.enumerated() where other != index {
      cuts += curve.crossings(with: candidate, on: ellipsoid).map {
        let turned = $0.truncatingRemainder(dividingBy: 360)
        return turned < 0 ? turned + 360 : turned
      }
    }
    cuts.sort()
    if cuts.isEmpty { cuts = [0] }
    return cuts.indices.compactMap { i in
      let begin = cuts[i]
      let end = i + 1 < cuts.count ? cuts[i + 1] : cuts[0] + 360
      guard end > begin else { return nil }
      let middle = curve.point(atDegrees: (begin + end) / 2, on: ellipsoid)
      var outside = 0
      for (other, candidate) in curves.enumerated() where other != index {
        if ellipsoid.distance(from: middle, to: candidate.centre).metres < candidate.radiusMetres {
          outside += candidate.weight
        }
      }
      return Arc(
        curve: index, beginDegrees: begin, endDegrees: end, begin: curve.point(atDegrees: begin, on: ellipsoid),
        outside: outside)
    }
  }

  /// The area between an arc, run with growing azimuth, and the equator, and how often it crosses a meridian.
  private static func areaUnder(
    _ arc: Arc, of curve: BoundaryCurve, meridian: Double, on ellipsoid: Ellipsoid
  ) -> (area: Double, transits: Int) {
    let span = arc.endDegrees - arc.beginDegrees
    let steps = max(1, Int(span.rounded(.up)))
    let step = span / Double(steps)
    var area = 0.0
    var transits = 0
    var last: Position?
    for i in 0...steps {
      let azimuth = i == steps ? arc.endDegrees : arc.beginDegrees + step * Double(i)
      let end = ellipsoid.generalDirect(
        from: curve.centre, azimuth: .degrees(azimuth), distance: .metres(curve.radiusMetres))
      // A piece bulges by its sliver over the chord: half of it is taken at each end, so that κ may change on the way.
      let length = end.reducedLength.metres * step * .pi / 180
      let curvature = end.backwardScale / end.reducedLength.metres
      area += curvature * length * length * length / 12 * (i == 0 || i == steps ? 0.5 : 1)
      if let last {
        area += ellipsoid.areaToEquator(from: last, to: end.position).squareMetres
        transits += transit(from: last, to: end.position, over: meridian)
      }
      last = end.position
    }
    return (area, transits)
  }

  /// 1 when the short way from one longitude to another passes a meridian, else 0.
  private static func transit(from a: Position, to b: Position, over meridian: Double) -> Int {
    let from = (a.longitudeDegrees - meridian).remainder(dividingBy: 360)
    let to = (b.longitudeDegrees - meridian).remainder(dividingBy: 360)
    let way = (to - from).remainder(dividingBy: 360)
    if from <= 0, to > 0, way > 0 { return 1 }
    if to <= 0, from > 0, way < 0 { return 1 }
    return 0
  }

  /// A meridian that lies far from every end of an arc, so that rounding there never changes the count of transits.
  private static func clearMeridian(_ arcs: [Arc]) -> Double {
    let longitudes = arcs.map { $0.begin.longitudeDegrees.remainder(dividingBy: 360) }.sorted()
    guard let first = longitudes.first else { return 0 }
    var best = (gap: -1.0, meridian: 0.0)
    for (i, longitude) in longitudes.enumerated() {
      let next = i + 1 < longitudes.count ? longitudes[i + 1] : first + 360
      if next - longitude > best.gap { best = (next - longitude, (longitude + next) / 2) }
    }
    // Not the very middle: a symmetric layout may put a vertex there.
    return best.meridian + best.gap * 0.0123456789
  }
}
