internal import GeoFiles
package import Geodesy
package import Terrain
internal import Units

extension RouteGround {
  /// The terrain that holds some places, and a fifth around them for ways that lead around.
  /// - Throws: ``RouteFault/unknownGround`` when the terrain does not lie there, ``RouteFault/terrain`` when it cannot be read
  ///   or has too many posts.
  package static func holding(_ places: [Position], _ terrain: Terrain) throws(RouteError) -> RouteGround {
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
    return try RouteGround(terrain, rows: rows, columns: columns)
  }
}
