import GeoFiles

@testable import Response

/// Ground for tests of reach.
enum GroundOfTest {
  /// Flat ground at sea level, half a degree to each side, a post each hundredth of a degree.
  static func flat(_ latitude: Double) -> RouteGround {
    let frame = GridFrame(
      columns: 101, rows: 101, firstX: -0.5, firstY: latitude + 0.5, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    return RouteGround(degrees: Grid(frame: frame, cells: [Float](repeating: 0, count: 101 * 101)))
  }
}
