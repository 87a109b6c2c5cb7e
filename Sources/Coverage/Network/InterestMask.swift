internal import GeoFiles
package import Geodesy
package import Terrain

/// Which posts of a region of terrain lie in a region of interest.
///
/// Polygons are in the plane of longitude and latitude, as in RFC 7946; a post is inside when its centre is within an odd
/// number of rings. A ring may lie across the antimeridian.
package struct InterestMask: Sendable {
  private let columns: Int
  /// Row by row.
  let cells: [Bool]

  /// Whether a post of the region is inside.
  package func contains(row: Int, column: Int) -> Bool { cells[row * columns + column] }

  /// The posts of a region within some polygons.
  /// - Parameter polygons: Each an outer ring and its holes; where two overlap the place counts once.
  /// - Throws: ``TerrainError`` when PROJ has no way to the terrain's system, or a vertex has no place in it.
  /// - Accuracy: edges are followed in steps of 0.02 degrees in systems of metres.
  package init(of polygons: [[[Position]]], over region: TerrainRegion) throws(TerrainError) {
    let frame = region.grid.frame
    columns = frame.columns
    var inside = [Bool](repeating: false, count: frame.rows * frame.columns)
    let posts = PolygonRows.Posts(
      isGeographic: region.terrain.isGeographic, step: (frame.stepX, frame.stepY)
    ) { positions throws(TerrainError) in try region.posts(of: positions) }
    for polygon in polygons {
      let lines = try PolygonRows(of: polygon, on: posts, name: "region of interest")
      lines.forEachRun(rows: 0..<frame.rows, columns: 0..<frame.columns) { row, run in
        for column in run { inside[row * frame.columns + column] = true }
      }
    }
    cells = inside
  }
}
