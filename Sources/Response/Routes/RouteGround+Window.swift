internal import GeoFiles
package import Geodesy
package import Terrain
package import Units

extension RouteGround {
  /// The terrain that holds some places, and a fifth around them for ways that lead around.
  /// - Throws: ``RouteFault/unknownGround`` when the terrain does not lie there, ``RouteFault/terrain`` when it cannot be read
  ///   or has too many posts.
  package static func holding(_ places: [Position], _ terrain: Terrain) throws(RouteError) -> RouteGround {
    let window = try window(holding: places, terrain)
    return try RouteGround(terrain, rows: window.rows, columns: window.columns)
  }

  /// The part of the terrain that holds some places, and a fifth around them.
  /// - Throws: As ``holding(_:_:)``.
  static func window(
    holding places: [Position], _ terrain: Terrain
  ) throws(RouteError) -> (rows: Range<Int>, columns: Range<Int>) {
    let cells: [(column: Double, row: Double)]
    do { cells = try terrain.cells(of: places).compactMap(\.self) } catch { throw RouteError(.terrain, because: error) }
    func range(_ values: [Double], _ count: Int) -> Range<Int> {
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      let margin = (high - low) / 5 + 3
      let first = min(max(low - margin, 0), Double(count))
      let end = min(max(high + margin + 1, first), Double(count))
      return Int(first)..<Int(end)
    }
    let rows = range(cells.map(\.row), terrain.frame.rows)
    let columns = range(cells.map(\.column), terrain.frame.columns)
    guard rows.count > 1, columns.count > 1 else {
      throw RouteError(.unknownGround, "the terrain does not cover the area", remedy: "add terrain that covers it")
    }
    let (count, isBeyond) = rows.count.multipliedReportingOverflow(by: columns.count)
    guard !isBeyond, count <= limit else {
      throw RouteError(
        .terrain,
        "the area has \(rows.count) × \(columns.count) posts of terrain, more than \(limit / 1_000_000) million",
        remedy: "a coarser terrain serves so large an area")
    }
    return (rows, columns)
  }

  /// From a post to one so many further, in the middle of it.
  package func spacing(_ posts: Int) throws(RouteError) -> Length {
    let (column, row) = (Double(frame.columns - 1) / 2, Double(frame.rows - 1) / 2)
    guard let here = try position(column: column, row: row),
      let next = try position(column: column, row: row + Double(posts))
    else { return .zero }
    return Ellipsoid.wgs84.distance(from: here, to: next)
  }
}
