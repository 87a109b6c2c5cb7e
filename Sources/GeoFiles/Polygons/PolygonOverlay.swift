internal import CGDAL
public import Geodesy

/// Polygons by how many of many overlapping ones cover them, in the plane of longitude and latitude.
///
/// Edges are straight in that plane, so that the results are right for drawing and for polygons of many vertices; areas
/// belong to the ellipsoid (Geodesy). Polygons must already be split at the antimeridian and around a pole.
public enum PolygonOverlay {
  /// Several polygons, each an outer ring and its holes.
  public typealias Polygons = [[[Position]]]

  /// Where at least 1, 2 … `depth` of the shapes lie.
  ///
  /// Grows the answer by one shape after another: what is covered `k` times gains what the new shape shares with what
  /// was covered `k − 1` times.
  /// - Parameters:
  ///   - shapes: The overlapping shapes.
  ///   - depth: The highest count that is asked for; 1 or more.
  /// - Returns: `depth` multi-polygons; the first is the union.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/badGeometry`` when GEOS gives up on a shape.
  /// - Complexity: O(shapes × depth) overlays.
  public static func coverage(
    of shapes: [Polygons], depth: Int
  ) throws(GeoFileError) -> [Polygons] {
    precondition(depth >= 1, "a depth below 1 asks for nothing")
    return try GDALLibrary.use { (messages) throws(GeoFileError) -> [Polygons] in
      func failure() -> GeoFileError {
        GeoFileError(
          .badGeometry, path: "coverage", problem: messages.failure(otherwise: "the polygons cannot be combined"))
      }
      let layers = LayerStack(depth: depth)
      for shape in shapes where !shape.isEmpty {
        guard let polygon = GeometryWriter.multiPolygon(shape), layers.add(polygon) else { throw failure() }
      }
      return (0..<depth).map { layers.polygons(at: $0) }
    }
  }
}

/// What is covered at least 1, 2 … times.
private final class LayerStack {
  /// Nil where nothing is covered so often yet.
  private var covered: [OGRGeometryH?]

  init(depth: Int) { covered = Array(repeating: nil, count: depth) }
  deinit { for case .some(let handle) in covered { OGR_G_DestroyGeometry(handle) } }

  func add(_ shape: borrowing GeometryHandle) -> Bool {
    for level in covered.indices.reversed() {
      if level == 0 {
        guard merge(shape.handle, at: 0) else { return false }
      } else if let below = covered[level - 1] {
        guard let shared = OGR_G_Intersection(below, shape.handle) else { return false }
        let owned = GeometryHandle(owning: shared)
        guard OGR_G_IsEmpty(owned.handle) != 0 || merge(owned.handle, at: level) else { return false }
      }
    }
    return true
  }

  private func merge(_ shape: OGRGeometryH, at level: Int) -> Bool {
    let merged: OGRGeometryH? =
      if let old = covered[level] { OGR_G_Union(old, shape) } else { OGR_G_Clone(shape) }
    guard let merged else { return false }
    if let old = covered[level] { OGR_G_DestroyGeometry(old) }
    covered[level] = merged
    return true
  }

  func polygons(at level: Int) -> PolygonOverlay.Polygons {
    covered[level].map(PlanePolygons.read) ?? []
  }
}
